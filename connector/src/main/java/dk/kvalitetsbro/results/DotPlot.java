package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Where the marks of a theme's figure stand, in the figure's own units: groups below each other, within a group its
 * rounds with the newest last, from 0 on the left to 100 on the right. A round is told by the shape of its mark and by
 * its label, so that the figure reads without colours.
 */
public final class DotPlot {
    /** The figure's width; it is made to be read on a phone and grows with the page. */
    public static final int WIDTH = 360;

    private static final double LEFT = 44;
    private static final double RIGHT = 282;
    private static final int TOP = 26;
    private static final int HEADING = 24;
    private static final int LINE = 20;
    private static final int GAP = 12;

    /** The newest round first; rounds older than these share the last. */
    private static final List<String> SHAPES = List.of("circle", "square", "diamond", "triangle");

    /** A vertical line of the grid, and what it stands for. */
    public record Tick(double x, int value) {}

    /** A mean with its uncertainty. */
    public record Mark(String shape, double x, double low, double high) {}

    /** One round of a group: a mark, or the reason why there is none. */
    public record Line(String round, int y, Optional<Mark> mark, String label, boolean withheld) {}

    /**
     * One group.
     *
     * @param municipality the municipality's means as the points of a line; empty where there is nothing to compare
     */
    public record Band(RespondentGroup group, int y, List<Line> lines, String municipality) {}

    /**
     * What a figure is made of.
     *
     * @param label    the mean and n of a shown result, or why it is not shown
     * @param position of the mean, 0 to 100; empty when there is no figure to show
     * @param interval of the mean, 0 to 100
     * @param whole    the municipality's mean, 0 to 100
     */
    public record Point(
            RespondentGroup group,
            String round,
            Optional<Double> position,
            Optional<Interval> interval,
            Optional<Double> whole,
            String label,
            boolean withheld) {}

    private final List<Band> bands;
    private final int height;

    private DotPlot(List<Band> bands, int height) {
        this.bands = bands;
        this.height = height;
    }

    /** @param points by group and within a group by round, the oldest first */
    static DotPlot of(List<Point> points) {
        List<String> rounds =
                points.stream().map(Point::round).distinct().sorted().toList();
        List<Band> bands = new ArrayList<>();
        int y = TOP;
        for (RespondentGroup group : RespondentGroup.values()) {
            List<Point> own =
                    points.stream().filter(point -> point.group() == group).toList();
            if (!own.isEmpty()) {
                bands.add(band(group, own, rounds, y));
                y += HEADING + LINE * own.size() + GAP;
            }
        }
        return new DotPlot(List.copyOf(bands), y);
    }

    private static Band band(RespondentGroup group, List<Point> points, List<String> rounds, int top) {
        List<Line> lines = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        for (Point point : points) {
            int y = top + HEADING + LINE * lines.size() + LINE / 2;
            lines.add(line(point, rounds, y));
            point.whole().ifPresent(mean -> whole.add(number(x(mean)) + "," + y));
        }
        boolean anything = lines.stream().anyMatch(line -> line.mark().isPresent());
        return new Band(group, top, lines, anything && whole.size() > 1 ? String.join(" ", whole) : "");
    }

    private static Line line(Point point, List<String> rounds, int y) {
        String shape = SHAPES.get(Math.min(SHAPES.size() - 1, rounds.size() - 1 - rounds.indexOf(point.round())));
        Optional<Mark> mark = point.position().map(mean -> mark(shape, mean, point.interval()));
        return new Line(point.round(), y, mark, point.label(), point.withheld());
    }

    private static Mark mark(String shape, double mean, Optional<Interval> interval) {
        return new Mark(
                shape,
                x(mean),
                x(interval.map(Interval::low).orElse(mean)),
                x(interval.map(Interval::high).orElse(mean)));
    }

    private static double x(double value) {
        return Math.round(10 * (LEFT + (RIGHT - LEFT) * value / 100)) / 10.0;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    public List<Band> getBands() {
        return bands;
    }

    public List<Tick> getTicks() {
        return IntStream.of(0, 25, 50, 75, 100)
                .mapToObj(value -> new Tick(x(value), value))
                .toList();
    }

    public int getWidth() {
        return WIDTH;
    }

    public int getHeight() {
        return height;
    }
}
