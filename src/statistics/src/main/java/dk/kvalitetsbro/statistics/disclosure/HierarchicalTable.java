package dk.kvalitetsbro.statistics.disclosure;

import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A publication as a table of centres within areas within the municipality, by numbers: centres, areas
 * and figures each in the order of their codes, whatever order they came in.
 */
final class HierarchicalTable {
    /** Means that differ by less do so by rounding. */
    private static final double SAME = 1e-9;

    private final Publication publication;
    private final List<PublishedCentre> centres;
    private final List<String> areas;
    private final int[] areaOf;
    private final int[][] centresOf;
    private final List<PublishedFigure> figures;
    private final PublishedFigure[][] cells;
    private final int[][] bundles;

    HierarchicalTable(Publication publication) {
        this.publication = publication;
        centres = publication.centres().stream()
                .sorted(comparing(PublishedCentre::code))
                .toList();
        areas = centres.stream().map(PublishedCentre::area).distinct().sorted().toList();
        areaOf = centres.stream()
                .mapToInt(centre -> Arrays.binarySearch(areas.toArray(), centre.area()))
                .toArray();
        centresOf = membersOf(areaOf, areas.size());
        figures = centres.isEmpty() ? List.of() : sorted(centres.get(0));
        cells = new PublishedFigure[figures.size()][centres.size()];
        fillCells();
        bundles = figures.isEmpty() ? new int[0][] : bundlesOf(figures);
    }

    private static int[][] membersOf(int[] areaOf, int areas) {
        int[] sizes = new int[areas];
        Arrays.stream(areaOf).forEach(area -> sizes[area]++);
        int[][] members = Arrays.stream(sizes).mapToObj(int[]::new).toArray(int[][]::new);
        for (int centre = areaOf.length - 1; centre >= 0; centre--) {
            members[areaOf[centre]][--sizes[areaOf[centre]]] = centre;
        }
        return members;
    }

    private void fillCells() {
        for (int centre = 0; centre < centres.size(); centre++) {
            List<PublishedFigure> own = sorted(centres.get(centre));
            for (int figure = 0; figure < Math.max(figures.size(), own.size()); figure++) {
                if (own.size() != figures.size()
                        || !own.get(figure).code().equals(figures.get(figure).code())) {
                    throw new IllegalArgumentException(
                            centres.get(centre).code() + " has other figures than the centres before");
                }
                cells[figure][centre] = own.get(figure);
            }
        }
    }

    private static List<PublishedFigure> sorted(PublishedCentre centre) {
        return centre.figures().stream()
                .sorted(comparing(PublishedFigure::code))
                .toList();
    }

    private static int[][] bundlesOf(List<PublishedFigure> figures) {
        return IntStream.range(0, figures.size())
                .boxed()
                .collect(groupingBy(figure -> figures.get(figure).bundle(), TreeMap::new, toList()))
                .values()
                .stream()
                .map(bundle -> bundle.stream().mapToInt(figure -> figure).toArray())
                .toArray(int[][]::new);
    }

    DisclosureRule rule() {
        return publication.rule();
    }

    boolean isOf(RespondentGroup group) {
        return publication.group() == group;
    }

    int centres() {
        return centres.size();
    }

    int areas() {
        return areas.size();
    }

    int figures() {
        return figures.size();
    }

    PublishedCentre centre(int centre) {
        return centres.get(centre);
    }

    String area(int area) {
        return areas.get(area);
    }

    String figure(int figure) {
        return figures.get(figure).code();
    }

    int areaOf(int centre) {
        return areaOf[centre];
    }

    /** The numbers of an area's centres, ascending. */
    int[] centresOf(int area) {
        return centresOf[area];
    }

    /** The numbers of the figures that are shown together or not at all. */
    int[][] bundles() {
        return bundles;
    }

    Counts counts(int figure, int centre) {
        return cells[figure][centre].counts();
    }

    Summary pomp(int figure, int centre) {
        return cells[figure][centre].pomp();
    }

    double share(int figure) {
        return figures.get(figure).share();
    }

    /** Those whom the minimum counts: families of parents, answers of all others. */
    static long valid(Counts counts) {
        return counts.group() == PARENT ? counts.families() : counts.answers();
    }

    long answered(int centre) {
        return valid(centres.get(centre).answered());
    }

    /** How many could have answered; never fewer than did. */
    long eligible(int centre) {
        return Math.max(centres.get(centre).eligible(), answered(centre));
    }

    /** All who answered at these centres. */
    Counts answeredOf(int[] members) {
        Counts sum = new Counts(publication.group(), 0, 0, 0, false);
        for (int centre : members) {
            sum = sum.plus(centres.get(centre).answered(), false);
        }
        return sum;
    }

    /** Their indexes taken together. */
    Summary pompOf(int figure, int[] members) {
        Summary sum = Summary.NONE;
        for (int centre : members) {
            sum = sum.plus(cells[figure][centre].pomp());
        }
        return sum;
    }

    /** Who is behind them, whatever they answered. */
    Counts countsOf(int figure, int... members) {
        long answers = 0;
        long families = 0;
        long raters = 0;
        for (int centre : members) {
            Counts counts = cells[figure][centre].counts();
            answers += counts.answers();
            families += counts.families();
            raters += counts.raters();
        }
        return new Counts(publication.group(), answers, families, raters, false);
    }

    /** Whether everybody there has the same index, if anybody has one. */
    boolean areAlike(int figure, int... members) {
        double mean = Double.NaN;
        for (int centre : members) {
            PublishedFigure own = cells[figure][centre];
            if (own.counts().answers() > 0) {
                if (!own.counts().allAlike() || Math.abs(own.pomp().mean() - mean) > SAME) {
                    return false;
                }
                mean = own.pomp().mean();
            }
        }
        return !Double.isNaN(mean);
    }

    /** Whether fewer than the minimum answered, or gave enough answers for one of the figures. */
    boolean hasFew(int centre) {
        return IntStream.range(0, figures())
                        .mapToLong(figure -> valid(counts(figure, centre)))
                        .anyMatch(valid -> valid < rule().minimumAnswers())
                || answered(centre) < rule().minimumAnswers();
    }

    long eligibleOf(int[] members) {
        return IntStream.of(members).mapToLong(this::eligible).sum();
    }

    /** Those of the centres where anybody answered. */
    int[] answering(int[] members) {
        return IntStream.of(members).filter(centre -> answered(centre) > 0).toArray();
    }

    /**
     * The parts of a pool that are withheld: each of its centres and, if it reaches over several areas, what is withheld
     * in each of those.
     */
    Stream<int[]> targets(int[] pool) {
        Stream<int[]> single = IntStream.of(pool).mapToObj(centre -> new int[] {centre});
        Collection<int[]> byArea = partsByArea(pool);
        return byArea.size() < 2
                ? single
                : Stream.concat(single, byArea.stream().filter(part -> part.length > 1));
    }

    private Collection<int[]> partsByArea(int[] pool) {
        return IntStream.of(pool)
                .boxed()
                .collect(groupingBy(centre -> areaOf[centre], TreeMap::new, toList()))
                .values()
                .stream()
                .map(part -> part.stream().mapToInt(centre -> centre).toArray())
                .toList();
    }

    /**
     * The order in which centres are withheld for others' sake: first those where enough could answer, the smallest of
     * them first; then the rest, the largest first. Nothing that was answered decides it.
     */
    Comparator<Integer> byEligible(long enough) {
        return comparing((Integer centre) -> eligible(centre) < enough)
                .thenComparing(centre -> Math.abs(eligible(centre) - enough))
                .thenComparing(centre -> centre);
    }
}
