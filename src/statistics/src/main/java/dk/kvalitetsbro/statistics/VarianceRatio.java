package dk.kvalitetsbro.statistics;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * The exact interval of tau^2 / sigma^2 for centres of any sizes. Weighted as if the ratio were r, by n / (1 + n r), the
 * squared distances of the centres' means from their weighted mean, divided by (k - 1) MSW, follow an F distribution when
 * r is the true ratio. They fall as r grows, so each quantile of F is met by one r at most, which is one end of the
 * interval. With equal sizes this is the closed form of Searle.
 *
 * <p>Wald, A. (1940), A note on the analysis of variance with unequal class frequencies, Annals of Mathematical Statistics
 * 11, 96-100. Putting n0 for the size in the closed form instead catches the truth too seldom: 86 % of the time instead
 * of 95 % with two centres of 60 and 80 among seven of 5 to 8 and an intraclass correlation of 0.3.
 */
final class VarianceRatio {
    private static final double CLOSE_TO_LOWEST = 1e-6;
    private static final double PRECISION = 1e-15;
    private static final int STEPS = 100;

    private final double[] means;
    private final double[] inverseSizes;
    private final double lowest;
    private final IntraclassCorrelation analysis;

    /**
     * Takes the centres apart. One without answers ends up without weight.
     *
     * @param centres  the same that were analysed
     * @param analysis of these centres
     */
    VarianceRatio(List<Summary> centres, IntraclassCorrelation analysis) {
        this.means = centres.stream().mapToDouble(Summary::mean).toArray();
        this.inverseSizes =
                centres.stream().mapToDouble(centre -> 1.0 / centre.n()).toArray();
        this.lowest = -Arrays.stream(inverseSizes).min().orElseThrow();
        this.analysis = analysis;
    }

    /** Never below -1 / (size of the largest centre), the least that a ratio can be. */
    Interval interval(double confidence) {
        double tail = (1 - confidence) / 2;
        FDistribution distribution =
                FDistribution.of(analysis.clusters() - 1, (double) (analysis.observations() - analysis.clusters()));
        return new Interval(
                ratioAt(distribution.inverseSurvivalProbability(tail)),
                ratioAt(distribution.inverseCumulativeProbability(tail)));
    }

    /** Newton's method on 1 / squares, which is concave in the ratio: from below it never steps past the root. */
    private double ratioAt(double quantile) {
        double target = quantile * (analysis.clusters() - 1) * analysis.withinMeanSquare();
        double aboveLowest = -lowest * CLOSE_TO_LOWEST;
        for (int step = 0; step < STEPS; step++) {
            Squares at = squares(lowest + aboveLowest);
            double move = at.value() <= target ? 0 : at.value() * (at.value() / target - 1) / at.fall();
            aboveLowest += move;
            if (move <= PRECISION * aboveLowest) {
                break;
            }
        }
        return lowest + aboveLowest;
    }

    /**
     * The weighted squared distances.
     *
     * @param fall how fast they fall as the ratio grows
     */
    private record Squares(double value, double fall) {}

    private Squares squares(double ratio) {
        double weights = 0;
        double weighted = 0;
        for (int i = 0; i < means.length; i++) {
            double weight = 1 / (inverseSizes[i] + ratio);
            weights += weight;
            weighted += weight * means[i];
        }
        double mean = weighted / weights;
        double value = 0;
        double fall = 0;
        for (int i = 0; i < means.length; i++) {
            double weight = 1 / (inverseSizes[i] + ratio);
            double apart = weight * (means[i] - mean);
            value += apart * (means[i] - mean);
            fall += apart * apart;
        }
        return new Squares(value, fall);
    }
}
