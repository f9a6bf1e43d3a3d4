package dk.kvalitetsbro.overview;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dk.kvalitetsbro.results.Variation;
import dk.kvalitetsbro.statistics.BetweenCentreVariation.Floor;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How far centres lie apart, theme by theme and round by round, drawn and in figures. All rows share a scale, which begins
 * at 0.
 *
 * @param rounds codes of the rounds, the oldest first
 * @param most   the end of the scale, in percent of maximum possible
 */
public record Spreads(List<String> rounds, String most, List<Row> rows) {
    /** One theme, with a mark for each round; {@link #cells} are in the order of the rounds. */
    public record Row(String theme, List<Mark> marks, List<Cell> cells) {}

    /** Where a round is drawn, in hundredths of the scale, as SVG writes numbers; y counts rounds from above. */
    public record Mark(String x, String low, String high, String y) {}

    /** @param figure empty where nothing is told of the round */
    public record Cell(String round, String figure, String interval, String words) {}

    private static final double STEP = 5;
    private static final double HUNDREDTHS = 100;

    /** @param told of all published rounds, the oldest first */
    static Spreads of(
            RespondentGroup group, List<String> rounds, List<Variation> told, List<Theme> themes, Texts texts) {
        List<Variation> ofGroup =
                told.stream().filter(each -> each.group() == group).toList();
        double most = Math.max(
                STEP,
                STEP
                        * Math.ceil(ofGroup.stream()
                                        .mapToDouble(Spreads::high)
                                        .max()
                                        .orElse(0)
                                / STEP));
        Map<ThemeCode, List<Variation>> byTheme =
                ofGroup.stream().collect(groupingBy(Variation::theme, LinkedHashMap::new, toList()));
        List<Row> rows = themes.stream()
                .filter(theme -> byTheme.containsKey(theme.code()))
                .map(theme -> row(theme, requireNonNull(byTheme.get(theme.code())), rounds, most, texts))
                .toList();
        return new Spreads(rounds, texts.number(most, 0), rows);
    }

    private static Row row(Theme theme, List<Variation> told, List<String> rounds, double most, Texts texts) {
        return new Row(
                texts.pick(theme.name()),
                told.stream()
                        .filter(Spreads::isTold)
                        .map(each -> mark(each, rounds.indexOf(each.round()), most))
                        .toList(),
                rounds.stream()
                        .map(round -> told.stream()
                                .filter(each -> each.round().equals(round))
                                .findFirst()
                                .map(each -> cell(each, texts))
                                .orElse(new Cell(round, "", "", "")))
                        .toList());
    }

    private static Mark mark(Variation variation, int place, double most) {
        return new Mark(
                at(variation.betweenSd(), most),
                at(Math.max(0, variation.betweenSdInterval().low()), most),
                at(variation.betweenSdInterval().high(), most),
                String.valueOf(place));
    }

    private static String at(double value, double most) {
        return String.format(Locale.ROOT, "%.1f", HUNDREDTHS * value / most);
    }

    private static Cell cell(Variation variation, Texts texts) {
        return new Cell(
                variation.round(),
                texts.number(variation.betweenSd(), 1),
                isTold(variation)
                        ? texts.of(
                                "overview.summary.interval",
                                texts.number(variation.betweenSdInterval().low(), 1),
                                texts.number(variation.betweenSdInterval().high(), 1))
                        : "",
                variation.floor() == Floor.UNUSED ? "" : texts.get("overview.summary." + variation.floor()));
    }

    private static double high(Variation variation) {
        return isTold(variation) ? variation.betweenSdInterval().high() : 0;
    }

    /** Where centres differ less than by chance there is no interval to draw. */
    private static boolean isTold(Variation variation) {
        return variation.floor() != Floor.WHOLE_INTERVAL;
    }

    /** @return the height of a row's drawing, one for each round */
    public int height() {
        return rounds.size();
    }

    /** @return from 0, for the lines of a drawing */
    public List<Integer> places() {
        return IntStream.range(0, rounds.size()).boxed().toList();
    }
}
