package dk.kvalitetsbro.statistics;

import java.util.Optional;

/**
 * A difference measured in pooled standard deviations.
 *
 * <p>d: Cohen, J. (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd edition, Erlbaum, section 2.5. The
 * correction 1 - 3 / (4 df - 1): Hedges, L. V. (1981), Distribution theory for Glass's estimator of effect size and related
 * estimators, Journal of Educational Statistics 6, 107-128.
 *
 * @param d                     Cohen's d
 * @param smallSampleCorrection Hedges' factor, below 1 and close to it in large samples
 */
public record EffectSize(double d, double smallSampleCorrection) {

    /** Empty when there is no pooled standard deviation to measure with. */
    public static Optional<EffectSize> of(Summary summary, Summary other) {
        long freedom = summary.n() + other.n() - 2;
        double squares = summary.squares() + other.squares();
        if (summary.n() == 0 || other.n() == 0 || freedom < 1 || squares == 0) {
            return Optional.empty();
        }
        double d = (summary.mean() - other.mean()) / Math.sqrt(squares / freedom);
        return Optional.of(new EffectSize(d, 1 - 3.0 / (4 * freedom - 1)));
    }

    /** Hedges' g. */
    public double g() {
        return d * smallSampleCorrection;
    }
}
