package dk.kvalitetsbro.statistics;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * How much of the variation lies between centres rather than within them (one-way analysis of variance). This, and
 * never the distance from the highest to the lowest centre, tells whether differences between centres shrink.
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
        return fromRatio(f());
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
        return distribution().survivalProbability(f());
    }

    /** Exact for centres of equal size, close otherwise. Wide with few centres; may reach below 0. */
    public Interval interval(double confidence) {
        return new Interval(fromRatio(lowRatio(confidence)), fromRatio(highRatio(confidence)));
    }

    /** Sigma: the standard deviation within a centre. */
    public double withinSd() {
        return Math.sqrt(withinMeanSquare);
    }

    /** Tau: the standard deviation between the true means of centres, 0 when chance explains the differences. */
    public double betweenSd() {
        return sdFromRatio(f());
    }

    /** Takes the spread within centres as known, which is close when there are many answers. */
    public Interval betweenSdInterval(double confidence) {
        return new Interval(sdFromRatio(lowRatio(confidence)), sdFromRatio(highRatio(confidence)));
    }

    private double lowRatio(double confidence) {
        return f() / distribution().inverseSurvivalProbability((1 - confidence) / 2);
    }

    private double highRatio(double confidence) {
        return f() / distribution().inverseCumulativeProbability((1 - confidence) / 2);
    }

    private double fromRatio(double ratio) {
        return (ratio - 1) / (ratio - 1 + clusterSize);
    }

    private double sdFromRatio(double ratio) {
        return Math.sqrt(Math.max(0, ratio - 1) * withinMeanSquare / clusterSize);
    }

    private FDistribution distribution() {
        return FDistribution.of(clusters - 1, (double) (observations - clusters));
    }
}
