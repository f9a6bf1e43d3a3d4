package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.benchmarks.results.Attacker.Range;
import dk.kvalitetsbro.benchmarks.results.Told.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A withheld number of answers, or a withheld mean: how low and how high it can be, as far as has been seen. */
final class Target {
    private static final double SCALE = 100;
    private static final double SMALL = 1e-4;

    private final Row row;
    private final int figure;
    private final int[] centres;
    private final double middle;
    private final List<Integer> sums;
    private final List<Integer> behind;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;

    private Target(Row row, int figure, int[] centres, double middle, List<Integer> sums, List<Integer> behind) {
        this.row = row;
        this.figure = figure;
        this.centres = centres;
        this.middle = middle;
        this.sums = sums;
        this.behind = behind;
    }

    /** @param centres the withheld ones of the row */
    static Target count(Row row, int figure, int[] centres, List<Integer> counts) {
        return new Target(row, figure, centres, 0, counts, List.of());
    }

    /** @param centres the withheld ones of the row */
    static Target mean(Row row, int figure, int[] centres, double middle, List<Integer> sums, List<Integer> behind) {
        return new Target(row, figure, centres, middle, sums, behind);
    }

    int figure() {
        return figure;
    }

    int[] centres() {
        return centres;
    }

    /** The variables of how many are behind a mean: at least one is. */
    List<Integer> behind() {
        return behind;
    }

    boolean isMean() {
        return !behind.isEmpty();
    }

    /** Whether more is not asked; a number of answers is whole. */
    boolean isWide(Asked asked) {
        double width = isMean() ? (high - low) * SCALE : range().width();
        double enough = asked.enough(row, figure, isMean());
        return enough == 0 || width >= enough;
    }

    /** Largest where the number or the mean is farther out than the farthest seen, if anything is. */
    Map<Integer, Double> objective(int direction) {
        Map<Integer, Double> factors = new HashMap<>();
        sums.forEach(sum -> factors.merge(sum, (double) direction, Double::sum));
        behind.forEach(n -> factors.merge(n, -direction * farthest(direction), Double::sum));
        return factors;
    }

    /** The farthest seen, or the near end of the scale. */
    private double farthest(int direction) {
        double farthest = direction > 0 ? high : low;
        double nearEnd = ((direction > 0 ? 0 : SCALE) - middle) / SCALE;
        return Double.isFinite(farthest) ? farthest : nearEnd;
    }

    boolean isBetter(double[] point, int direction) {
        double value = value(point);
        return direction > 0 ? value > high + SMALL : value < low - SMALL;
    }

    void see(double[] point) {
        double value = value(point);
        if (!Double.isNaN(value)) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
    }

    /** Not a number where nobody is behind a mean. */
    private double value(double[] point) {
        double sum = sums.stream().mapToDouble(i -> point[i]).sum();
        double n = behind.stream().mapToDouble(i -> point[i]).sum();
        if (!isMean()) {
            return sum;
        }
        return n < 1 - SMALL ? Double.NaN : sum / n;
    }

    Range range() {
        return isMean()
                ? new Range(row, figure, true, middle + SCALE * low, middle + SCALE * high)
                : new Range(row, figure, false, Math.ceil(low - SMALL), Math.floor(high + SMALL));
    }
}
