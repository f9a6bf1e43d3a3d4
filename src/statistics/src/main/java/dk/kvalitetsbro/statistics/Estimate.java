package dk.kvalitetsbro.statistics;

import java.util.Optional;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A figure with its uncertainty. Means become estimates, and estimates are subtracted: a change between two independent
 * rounds is {@code now.minus(before)}, which is Welch's test; a follow-up beside the rest of the municipality is
 * {@code change.minus(changeOfTheRest)}. Degrees of freedom follow Welch-Satterthwaite throughout.
 *
 * <p>The interval of a mean, mean +- t s / sqrt(n): Student (1908), The probable error of a mean, Biometrika 6, 1-25. The
 * test: Welch, B. L. (1947), The generalization of "Student's" problem when several different population variances are
 * involved, Biometrika 34, 28-35. Degrees of freedom of a sum of variances: Satterthwaite, F. E. (1946), An approximate
 * distribution of estimates of variance components, Biometrics Bulletin 2, 110-114.
 *
 * @param value            in the unit of the summaries it came from
 * @param standardError    in the same unit, above 0
 * @param degreesOfFreedom of the t distribution, above 0, not always whole
 */
public record Estimate(double value, double standardError, double degreesOfFreedom) {
    public Estimate {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("value " + value);
        }
        if (!(standardError > 0) || Double.isInfinite(standardError)) {
            throw new IllegalArgumentException("standard error " + standardError);
        }
        if (!(degreesOfFreedom > 0)) {
            throw new IllegalArgumentException("degrees of freedom " + degreesOfFreedom);
        }
    }

    /** Empty when the values say nothing about uncertainty: fewer than two, or all the same. */
    public static Optional<Estimate> ofMean(Summary summary) {
        double standardError = summary.n() < 2 ? 0 : Math.sqrt(summary.variance() / summary.n());
        return standardError > 0
                ? Optional.of(new Estimate(summary.mean(), standardError, summary.n() - 1))
                : Optional.empty();
    }

    /** The difference from the mean of {@code other}, an independent sample; empty when either has no estimate. */
    public static Optional<Estimate> ofDifference(Summary summary, Summary other) {
        return ofMean(summary).flatMap(mean -> ofMean(other).map(mean::minus));
    }

    /** The difference from an independent estimate. */
    public Estimate minus(Estimate other) {
        double own = standardError * standardError;
        double others = other.standardError * other.standardError;
        double error = own + others;
        double freedom = error * error / (own * own / degreesOfFreedom + others * others / other.degreesOfFreedom);
        return new Estimate(value - other.value, Math.sqrt(error), freedom);
    }

    /** In another unit: multiplied by a factor above 0. */
    public Estimate times(double factor) {
        return new Estimate(value * factor, standardError * factor, degreesOfFreedom);
    }

    /** The difference from a fixed value, such as a threshold. */
    public Estimate minus(double fixed) {
        return new Estimate(value - fixed, standardError, degreesOfFreedom);
    }

    public double t() {
        return value / standardError;
    }

    /** Two-sided p of the hypothesis that the true value is 0. */
    public double p() {
        return Math.min(1, 2 * distribution().survivalProbability(Math.abs(t())));
    }

    /** One-sided p of the hypothesis that the true value is 0 or above: small when it lies below. */
    public double pBelow() {
        return distribution().cumulativeProbability(t());
    }

    /** One-sided p of the hypothesis that the true value is 0 or below: small when it lies above. */
    public double pAbove() {
        return distribution().survivalProbability(t());
    }

    /**
     * The two-sided interval around the value.
     *
     * @param confidence such as 0.95
     */
    public Interval interval(double confidence) {
        double reach = standardError * distribution().inverseSurvivalProbability(tail(confidence));
        return new Interval(value - reach, value + reach);
    }

    /**
     * Whether the whole two-sided interval lies below {@code limit}. Same answer as comparing the interval's upper end,
     * without the costly inversion of the distribution.
     */
    public boolean liesBelow(double limit, double confidence) {
        return minus(limit).pBelow() < tail(confidence);
    }

    /** Whether the whole two-sided interval lies above {@code limit}. */
    public boolean liesAbove(double limit, double confidence) {
        return minus(limit).pAbove() < tail(confidence);
    }

    private TDistribution distribution() {
        return TDistribution.of(degreesOfFreedom);
    }

    private static double tail(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence " + confidence + " is not between 0 and 1");
        }
        return (1 - confidence) / 2;
    }
}
