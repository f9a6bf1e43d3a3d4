package dk.kvalitetsbro.statistics;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * How much of the variation lies between centres rather than within them: the one-way analysis of variance with centres
 * drawn at random. What is shown of it, with intervals, is {@link BetweenCentreVariation}.
 *
 * <p>(MSB - MSW) / (MSB + (n0 - 1) MSW) with n0 = (N - sum of n^2 / N) / (k - 1): Donner, A. (1986), A review of inference
 * procedures for the intraclass correlation coefficient in the one-way random effects model, International Statistical
 * Review 54, 67-82. Tau and sigma by the same method of moments: Searle, S. R., Casella, G. and McCulloch, C. E. (1992),
 * Variance Components, Wiley, chapter 3.
 *
 * @param clusters          centres with answers, at least two
 * @param observations      answers in all, more than there are centres
 * @param betweenMeanSquare MSB
 * @param withinMeanSquare  MSW, above 0
 * @param clusterSize       n0, the mean size of a centre corrected for unequal sizes
 */
public record IntraclassCorrelation(
        int clusters, long observations, double betweenMeanSquare, double withinMeanSquare, double clusterSize) {

    public IntraclassCorrelation {
        if (clusters < 2 || observations <= clusters) {
            throw new IllegalArgumentException(observations + " answers in " + clusters + " centres");
        }
        if (!(betweenMeanSquare >= 0) || !(withinMeanSquare > 0) || !(clusterSize > 0)) {
            throw new IllegalArgumentException(
                    "MSB " + betweenMeanSquare + ", MSW " + withinMeanSquare + ", n0 " + clusterSize);
        }
    }

    /** Empty with fewer than two centres or no variation within any; centres without answers don't count. */
    public static Optional<IntraclassCorrelation> of(List<Summary> centres) {
        Summary whole = Summary.NONE;
        double within = 0;
        double sizesSquared = 0;
        int clusters = 0;
        for (Summary centre : centres) {
            whole = whole.plus(centre);
            within += centre.squares();
            sizesSquared += (double) centre.n() * centre.n();
            clusters += centre.n() > 0 ? 1 : 0;
        }
        if (clusters < 2 || within == 0) {
            return Optional.empty();
        }
        double between = Math.max(0, whole.squares() - within);
        return Optional.of(new IntraclassCorrelation(
                clusters,
                whole.n(),
                between / (clusters - 1),
                within / (whole.n() - clusters),
                (whole.n() - sizesSquared / whole.n()) / (clusters - 1)));
    }

    /** The estimate as it falls out, below 0 when centres differ less than chance alone would make them. */
    public double value() {
        return (f() - 1) / (f() - 1 + clusterSize);
    }

    /** The estimate as it is shown: never below 0. */
    public double displayed() {
        return Math.max(0, value());
    }

    public double f() {
        return betweenMeanSquare / withinMeanSquare;
    }

    /** p of the hypothesis that the centres do not differ. */
    public double p() {
        return FDistribution.of(clusters - 1, (double) (observations - clusters))
                .survivalProbability(f());
    }

    /** Sigma: the standard deviation within a centre. */
    public double withinSd() {
        return Math.sqrt(withinMeanSquare);
    }

    /** Tau: the standard deviation between the true means of centres, 0 when chance explains the differences. */
    public double betweenSd() {
        return Math.sqrt(Math.max(0, betweenMeanSquare - withinMeanSquare) / clusterSize);
    }
}
