package dk.kvalitetsbro.statistics;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Adjusts the p values of one family of tests for their number. Results stand in the order of the input. */
public final class MultipleTesting {
    private MultipleTesting() {}

    /**
     * Holm's step-down: bounds the chance of even one false alarm in the family, whatever the dependence.
     *
     * <p>Holm, S. (1979), A simple sequentially rejective multiple test procedure, Scandinavian Journal of Statistics 6,
     * 65-70.
     */
    public static double[] holm(double... p) {
        int[] order = smallestFirst(p);
        double[] adjusted = new double[p.length];
        double highest = 0;
        for (int rank = 0; rank < p.length; rank++) {
            highest = Math.max(highest, Math.min(1, p[order[rank]] * (p.length - rank)));
            adjusted[order[rank]] = highest;
        }
        return adjusted;
    }

    /**
     * Benjamini-Hochberg's step-up: bounds the expected share of false alarms among the alarms.
     *
     * <p>Benjamini, Y. and Hochberg, Y. (1995), Controlling the false discovery rate: a practical and powerful approach to
     * multiple testing, Journal of the Royal Statistical Society B 57, 289-300.
     */
    public static double[] benjaminiHochberg(double... p) {
        int[] order = smallestFirst(p);
        double[] adjusted = new double[p.length];
        double lowest = 1;
        for (int rank = p.length; rank >= 1; rank--) {
            int test = order[rank - 1];
            lowest = Math.min(lowest, p[test] * ((double) p.length / rank));
            adjusted[test] = lowest;
        }
        return adjusted;
    }

    private static int[] smallestFirst(double[] p) {
        for (double each : p) {
            if (!(each >= 0 && each <= 1)) {
                throw new IllegalArgumentException("not a p value: " + each);
            }
        }
        return IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> p[i]))
                .mapToInt(i -> i)
                .toArray();
    }
}
