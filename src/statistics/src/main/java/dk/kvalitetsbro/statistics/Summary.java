package dk.kvalitetsbro.statistics;

/**
 * What is kept of many values when the values themselves are deleted.
 *
 * <p>Two summaries become one, and a part is taken out again, by Chan, T. F., Golub, G. H. and LeVeque, R. J. (1983),
 * Algorithms for computing the sample variance: analysis and recommendations, The American Statistician 37, 242-247.
 *
 * @param n        number of values
 * @param mean     their mean, 0 when there are none
 * @param variance their sample variance (divisor n - 1), 0 when there are fewer than two
 */
public record Summary(long n, double mean, double variance) {
    /** The summary of no values. */
    public static final Summary NONE = new Summary(0, 0, 0);

    public Summary {
        if (n < 0) {
            throw new IllegalArgumentException("negative n: " + n);
        }
        if (!Double.isFinite(mean) || (n == 0 && mean != 0)) {
            throw new IllegalArgumentException("mean " + mean + " of " + n + " values");
        }
        if (!Double.isFinite(variance) || variance < 0 || (n < 2 && variance != 0)) {
            throw new IllegalArgumentException("variance " + variance + " of " + n + " values");
        }
    }

    public static Summary of(double... values) {
        Moments moments = new Moments();
        for (double value : values) {
            moments.add(value);
        }
        return moments.summary();
    }

    /** A summary as reports print it: n, mean and standard deviation. */
    public static Summary ofSd(long n, double mean, double sd) {
        return new Summary(n, mean, sd * sd);
    }

    public double sd() {
        return Math.sqrt(variance);
    }

    /** The summary of the same values, each multiplied by {@code factor} and then moved by {@code offset}. */
    public Summary transformed(double factor, double offset) {
        return n == 0 ? this : new Summary(n, mean * factor + offset, variance * factor * factor);
    }

    /** The summary of both sets of values together. */
    public Summary plus(Summary other) {
        long together = n + other.n;
        if (together == 0) {
            return NONE;
        }
        double apart = other.mean - mean;
        double squares = squares() + other.squares() + apart * apart * n * other.n / together;
        return ofSquares(together, mean + apart * other.n / together, squares);
    }

    /**
     * The rest: the summary of these values without those of {@code part}. A centre is compared with the rest of the
     * municipality, because a whole that contains the centre hides part of the difference.
     *
     * @throws IllegalArgumentException if {@code part} can't be a part of these values
     */
    public Summary minus(Summary part) {
        long left = n - part.n;
        if (left < 0) {
            throw new IllegalArgumentException(part.n + " values can't be a part of " + n);
        }
        if (left == 0) {
            return NONE;
        }
        double rest = mean + (mean - part.mean) * part.n / left;
        double apart = part.mean - rest;
        double squares = squares() - part.squares() - apart * apart * part.n * left / n;
        double rounding = 1e-9 * (squares() + n * mean * mean);
        if (squares < -rounding) {
            throw new IllegalArgumentException(part + " can't be a part of " + this);
        }
        return ofSquares(left, rest, Math.max(0, squares));
    }

    /** Sum of squared distances from the mean. */
    double squares() {
        return n < 2 ? 0 : variance * (n - 1);
    }

    static Summary ofSquares(long n, double mean, double squares) {
        return new Summary(n, mean, n < 2 ? 0 : squares / (n - 1));
    }
}
