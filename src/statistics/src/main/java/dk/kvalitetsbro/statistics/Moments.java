package dk.kvalitetsbro.statistics;

/**
 * Collects values one at a time without keeping them. Not safe for use by several threads: give each its own and {@link
 * #merge} them.
 *
 * <p>Welford, B. P. (1962), Note on a method for calculating corrected sums of squares and products, Technometrics 4,
 * 419-420.
 */
public final class Moments {
    private long n;
    private double mean;
    private double squares;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;

    public void add(double value) {
        n++;
        double before = value - mean;
        mean += before / n;
        squares += before * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
    }

    /** Takes over everything that {@code other} has collected. */
    public void merge(Moments other) {
        Summary both = summary().plus(other.summary());
        n = both.n();
        mean = both.mean();
        squares = both.squares();
        min = Math.min(min, other.min);
        max = Math.max(max, other.max);
    }

    /** Whether there are values and no two differ: then the mean tells what everybody answered. */
    public boolean allAlike() {
        return n > 0 && min == max;
    }

    public Summary summary() {
        return n == 0 ? Summary.NONE : Summary.ofSquares(n, mean, squares);
    }
}
