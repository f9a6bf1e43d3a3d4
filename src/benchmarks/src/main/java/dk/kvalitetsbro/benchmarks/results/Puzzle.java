package dk.kvalitetsbro.benchmarks.results;

import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static java.util.Comparator.comparingInt;

import dk.kvalitetsbro.benchmarks.results.Told.Row;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is known of some withheld centres that totals tie together, for one figure, or for two that share items: linear
 * conditions on how many answered at each, how many of them the figures are of, the sum of their deviations from the
 * middle and the sum of the squares, on a scale from 0 to 1.
 */
final class Puzzle {
    static final double SCALE = 100;
    private static final double EVERYTHING = 1e6;
    private static final double NO_LIMIT = Double.POSITIVE_INFINITY;
    private static final int FIRST_TANGENTS = 2;
    /** How much smaller than their mean's square the squares may be, for each person: a point on the scale. */
    private static final double CLOSE = 1e-4;

    private static final double SMALL = 1e-6;

    /** The numbers of a centre's variables. */
    record Unknown(int centre, int valid, int answers, int behind, int[] sums, int[] squares) {}

    private final Told told;
    private final int[] bundle;
    private final double[] middle;
    private final Polytope polytope = new Polytope();
    private final Map<Integer, Unknown> unknowns = new LinkedHashMap<>();
    private final List<int[]> countGroups;
    private final List<int[]> meanGroups;

    Puzzle(Told told, int[] bundle, int[] centres, List<Subtraction> counts, List<Subtraction> means) {
        this.told = told;
        this.bundle = bundle;
        middle = IntStream.of(bundle).mapToDouble(this::middle).toArray();
        IntStream.of(centres).forEach(this::addUnknown);
        counts.stream().filter(this::isHere).forEach(this::addCounts);
        means.stream().filter(this::isHere).forEach(this::addSums);
        countGroups = groups(counts);
        meanGroups = groups(means);
    }

    /** Deviations are taken from the mean of everybody, where it is told. */
    private double middle(int figure) {
        return told.rows().stream()
                .filter(row -> row.centres().length == told.least().length)
                .flatMap(row -> row.figures().get(figure).stream())
                .mapToDouble(Told.Moments::mean)
                .findFirst()
                .orElse(SCALE / 2);
    }

    private boolean isHere(Subtraction subtraction) {
        return unknowns.containsKey(subtraction.left()[0]);
    }

    private List<int[]> groups(List<Subtraction> subtractions) {
        return subtractions.stream()
                .filter(this::isHere)
                .map(Subtraction::left)
                .sorted(comparingInt(left -> left.length))
                .toList();
    }

    private void addUnknown(int centre) {
        Optional<Told.Turnout> turnout = told.rowOf(centre).turnout();
        int valid = turnout.map(known -> constant(known.valid()))
                .orElseGet(() -> polytope.variable(told.least()[centre], told.most()[centre]));
        int answers = turnout.map(known -> constant(known.answers())).orElseGet(() -> answers(valid));
        int behind = turnout.map(known -> constant(known.behind()[bundle[0]]))
                .orElseGet(() -> behind(answers, told.least()[centre]));
        int[] sums = new int[bundle.length];
        int[] squares = new int[bundle.length];
        for (int i = 0; i < bundle.length; i++) {
            sums[i] = polytope.variable(-EVERYTHING, EVERYTHING);
            squares[i] = polytope.variable(0, EVERYTHING);
            limitSums(behind, sums[i], squares[i], low(i));
        }
        Unknown unknown = new Unknown(centre, valid, answers, behind, sums, squares);
        told.shared().stream()
                .filter(shared -> shared.whole() == bundle[0])
                .forEach(shared -> limitWhole(unknown, shared));
        unknowns.put(centre, unknown);
    }

    private int constant(long value) {
        return polytope.variable(value, value);
    }

    /** One or two parents of a family answer. */
    private int answers(int valid) {
        if (told.group() != PARENT) {
            return valid;
        }
        int answers = polytope.variable(0, EVERYTHING);
        polytope.require(Map.of(answers, 1.0, valid, -1.0), 0, NO_LIMIT);
        polytope.require(Map.of(answers, 1.0, valid, -2.0), -NO_LIMIT, 0);
        return answers;
    }

    /** Where a centre is known to have enough answers, each figure is known to have as many. */
    private int behind(int answers, long least) {
        int behind = polytope.variable(least, EVERYTHING);
        polytope.require(Map.of(behind, 1.0, answers, -1.0), -NO_LIMIT, 0);
        polytope.require(Map.of(behind, 1.0, answers, told.skipped() - 1), -Skipping.FEW, NO_LIMIT);
        return behind;
    }

    /** Everybody lies on the scale, and no sum of squares is smaller than that of the mean. */
    private void limitSums(int behind, int sum, int squares, double low) {
        double high = low + 1;
        polytope.require(Map.of(sum, 1.0, behind, -low), 0, NO_LIMIT);
        polytope.require(Map.of(sum, 1.0, behind, -high), -NO_LIMIT, 0);
        polytope.require(Map.of(squares, 1.0, sum, -(low + high), behind, low * high), -NO_LIMIT, 0);
        for (int i = 0; i <= FIRST_TANGENTS; i++) {
            addTangent(behind, sum, squares, low + (double) i / FIRST_TANGENTS);
        }
    }

    private void addTangent(int behind, int sum, int squares, double at) {
        polytope.require(Map.of(squares, 1.0, sum, -2 * at, behind, at * at), 0, NO_LIMIT);
    }

    /** What the other items add to the whole index is on the scale, too. */
    private void limitWhole(Unknown unknown, Told.Shared shared) {
        double offset = (middle[0] - shared.share() * middle[1]) / SCALE;
        int whole = unknown.sums()[0];
        int part = unknown.sums()[1];
        double share = shared.share();
        polytope.require(Map.of(whole, 1.0, part, -share, unknown.behind(), offset), 0, NO_LIMIT);
        polytope.require(Map.of(whole, 1.0, part, -share, unknown.behind(), offset + share - 1), -NO_LIMIT, 0);
    }

    private void addCounts(Subtraction subtraction) {
        Map<Integer, Double> valid = new HashMap<>();
        Map<Integer, Double> answers = new HashMap<>();
        Map<Integer, Double> behind = new HashMap<>();
        for (int centre : subtraction.left()) {
            Unknown unknown = unknown(centre);
            valid.put(unknown.valid(), 1.0);
            answers.put(unknown.answers(), 1.0);
            behind.put(unknown.behind(), 1.0);
        }
        requireExactly(valid, subtraction.count(Told.Turnout::valid));
        requireExactly(answers, subtraction.count(Told.Turnout::answers));
        requireExactly(behind, subtraction.count(turnout -> turnout.behind()[bundle[0]]));
    }

    private void requireExactly(Map<Integer, Double> factors, long sum) {
        polytope.require(factors, sum, sum);
    }

    private void addSums(Subtraction subtraction) {
        for (int i = 0; i < bundle.length; i++) {
            Map<Integer, Double> sums = new HashMap<>();
            Map<Integer, Double> squares = new HashMap<>();
            for (int centre : subtraction.left()) {
                sums.put(unknown(centre).sums()[i], 1.0);
                squares.put(unknown(centre).squares()[i], 1.0);
            }
            Sums left = sums(subtraction.total(), i);
            for (Row part : subtraction.parts()) {
                left = left.minus(sums(part, i));
            }
            polytope.require(sums, left.lowSum() - SMALL, left.highSum() + SMALL);
            polytope.require(squares, left.lowSquares() - SMALL, left.highSquares() + SMALL);
        }
    }

    private Sums sums(Row row, int i) {
        return Sums.of(
                row.turnout().orElseThrow().behind()[bundle[i]],
                row.figures().get(bundle[i]).orElseThrow(),
                told.rounding(),
                middle[i]);
    }

    Told told() {
        return told;
    }

    /** The figures it is about. */
    int[] bundle() {
        return bundle;
    }

    /** What deviations of a figure of the bundle are taken from, in percent of maximum possible. */
    double middleOf(int i) {
        return middle[i];
    }

    /** The deviation of the lowest index. */
    double low(int i) {
        return -middle[i] / SCALE;
    }

    boolean isAbout(int centre) {
        return unknowns.containsKey(centre);
    }

    Unknown unknown(int centre) {
        return Objects.requireNonNull(unknowns.get(centre), "unknown");
    }

    List<Unknown> unknowns() {
        return List.copyOf(unknowns.values());
    }

    /** Centres whose numbers of answers are known together, the fewest first. */
    List<int[]> countGroups() {
        return countGroups;
    }

    /** Centres whose mean and spread are known together, the fewest first. */
    List<int[]> meanGroups() {
        return meanGroups;
    }

    int variables() {
        return polytope.variables();
    }

    /** Whether this could be behind what is told. */
    boolean fits(double[] point) {
        return polytope.contains(point) && unknowns.values().stream().allMatch(unknown -> isPossible(unknown, point));
    }

    private boolean isPossible(Unknown unknown, double[] point) {
        return IntStream.range(0, bundle.length).noneMatch(i -> lacks(unknown, i, point) > SMALL);
    }

    /** How much the squares are smaller than the mean's square, for each person. */
    private static double lacks(Unknown unknown, int i, double[] point) {
        double n = point[unknown.behind()];
        double mean = n > SMALL ? point[unknown.sums()[i]] / n : 0;
        return n > SMALL ? mean * mean - point[unknown.squares()[i]] / n : 0;
    }

    /**
     * The possible point where the objective is largest, as nearly as the curve needs to be followed.
     *
     * @param least the sum of these variables is at least 1, if there are any
     */
    double[] best(Map<Integer, Double> objective, List<Integer> least) {
        double[] point = solution(objective, least);
        while (tighten(point)) {
            point = solution(objective, least);
        }
        return point;
    }

    private double[] solution(Map<Integer, Double> objective, List<Integer> least) {
        return polytope.maximise(objective, least)
                .orElseThrow(() -> new IllegalStateException("nothing fits what is told"));
    }

    private boolean tighten(double[] point) {
        boolean tightened = false;
        for (Unknown unknown : unknowns.values()) {
            for (int i = 0; i < bundle.length; i++) {
                if (lacks(unknown, i, point) > CLOSE) {
                    double mean = point[unknown.sums()[i]] / point[unknown.behind()];
                    addTangent(unknown.behind(), unknown.sums()[i], unknown.squares()[i], mean);
                    tightened = true;
                }
            }
        }
        return tightened;
    }
}
