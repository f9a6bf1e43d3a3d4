package dk.kvalitetsbro.benchmarks.results;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guesses other answers that would have been told in the same way, from the true ones. Whether they would has to be checked. */
final class Alternatives {
    private static final double[] REACHES = {1, 0.75, 0.5, 0.25, 0};

    private final People truth;
    private final double[] most;

    /** @param most how many can answer at each centre */
    Alternatives(People truth, double[] most) {
        this.truth = truth;
        this.most = most;
    }

    /**
     * Answers where as many, and as few, as can be answered at some centres.
     *
     * @param among       these together are as many as they are
     * @param amongValues these together answered what they did
     */
    List<People> ofCount(int[] some, int[] among, int[] amongValues) {
        int[] others = without(among, some);
        double[] same = new double[truth.sums().length];
        People many = truth.moved(others, some, most, Double.MAX_VALUE);
        People few = truth.moved(some, others, most, Double.MAX_VALUE);
        return Stream.of(many, many.skippingElsewhere(some, others), few)
                .map(people -> people.spread(some, amongValues, same))
                .toList();
    }

    /**
     * Answers with the highest and the lowest mean at some centres.
     *
     * @param figure the one whose mean it is
     * @param moving whether people may have answered at other centres
     */
    List<People> ofMean(int[] some, int[] among, int[] amongValues, int figure, boolean moving) {
        int[] others = without(among, some);
        double all = IntStream.of(some).mapToDouble(i -> truth.valid()[i]).sum();
        List<People> alternatives = new ArrayList<>();
        for (double leaving : moving ? new double[] {0, all / 2, all - 1} : new double[] {0}) {
            People moved = leaving <= 0 ? truth : truth.moved(some, others, most, Math.floor(leaving));
            for (double direction : new double[] {1, -1}) {
                for (double reach : truth.sums().length == 1 ? new double[] {1} : REACHES) {
                    double[] reaches = DoubleStream.generate(() -> direction * reach)
                            .limit(truth.sums().length)
                            .toArray();
                    reaches[figure] = direction;
                    alternatives.add(moved.spread(some, amongValues, reaches));
                }
            }
        }
        return alternatives;
    }

    private static int[] without(int[] all, int[] some) {
        return IntStream.of(all)
                .filter(i -> IntStream.of(some).noneMatch(other -> other == i))
                .toArray();
    }
}
