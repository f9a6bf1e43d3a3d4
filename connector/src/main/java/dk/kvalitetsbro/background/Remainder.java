package dk.kvalitetsbro.background;

import dk.kvalitetsbro.statistics.Summary;
import java.util.List;

/**
 * What is left of everybody without those in some categories: nobody publishes it, and everybody can subtract it. The
 * categories' figures are rounded, so what they leave is brought back onto the scale.
 */
final class Remainder {
    private static final double TOP = 100;

    private Remainder() {}

    static Summary of(Summary everybody, List<Summary> categories) {
        Summary together = categories.stream().reduce(Summary.NONE, Summary::plus);
        long n = everybody.n() - together.n();
        if (n <= 0) {
            return Summary.NONE;
        }
        double sum = everybody.mean() * everybody.n() - together.mean() * together.n();
        double mean = Math.min(TOP, Math.max(0, sum / n));
        double apart = mean - together.mean();
        double squares = everybody.variance() * (everybody.n() - 1)
                - together.variance() * Math.max(0, together.n() - 1)
                - apart * apart * n * together.n() / everybody.n();
        double variance = n < 2 ? 0 : Math.max(0, squares / (n - 1));
        return new Summary(n, mean, Math.min(variance, mostVariance(n, mean)));
    }

    /** The largest variance that so many answers with this mean can have: all of them at one end or the other. */
    static double mostVariance(long n, double mean) {
        return n < 2 ? 0 : mean * (TOP - mean) * n / (n - 1);
    }
}
