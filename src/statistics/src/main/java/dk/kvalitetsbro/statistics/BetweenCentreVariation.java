package dk.kvalitetsbro.statistics;

import java.util.List;
import java.util.Optional;

/**
 * How far the centres of a municipality lie apart in truth, beyond what chance makes of equal centres. This, and never the
 * distance from the highest to the lowest centre, tells whether differences between centres shrink from round to round.
 * Few centres give wide intervals. A round is compared with another by looking at both intervals.
 *
 * <p>Estimates are those of {@link IntraclassCorrelation}. The interval of the correlation is Wald's, exact for any sizes
 * when values and centres are normally distributed ({@link VarianceRatio}). The interval of tau is the same times the
 * spread within centres, taken as known: it caught the truth in 95 to 97 % of simulated rounds, from three centres of
 * three to sixteen of six to forty. Should an interval leave its estimate out, which takes very unequal sizes, it is
 * widened to hold it.
 *
 * @param centres                that have answers, at least two
 * @param answers                in all
 * @param centreSize             n0, the mean number of answers of a centre, corrected for unequal sizes
 * @param withinSd               sigma, between people of one centre, in the unit of the summaries
 * @param tau                    between the true means of centres, in the unit of the summaries; 0 when chance explains
 *                               the differences
 * @param tauInterval            from 0
 * @param rawCorrelation         the intraclass correlation as it falls out, below 0 when centres differ less than chance
 *                               alone would make them
 * @param rawCorrelationInterval may reach below 0
 */
public record BetweenCentreVariation(
        int centres,
        long answers,
        double centreSize,
        double withinSd,
        double tau,
        Interval tauInterval,
        double rawCorrelation,
        Interval rawCorrelationInterval) {

    /** What is told beside a figure that is not shown as it fell out, since less than no variation makes no sense. */
    public enum Floor {
        /** The interval lies at 0 or above. */
        UNUSED,
        /** The interval reaches below 0 and is shown from 0: there may be no differences at all. */
        LOW_END,
        /**
         * Even the upper end is below 0: centres lie closer than chance places equal centres in all but a few rounds. An
         * interval from 0 to 0 says nothing and is not to be shown.
         */
        WHOLE_INTERVAL
    }

    /**
     * The variation between these centres. Empty with fewer than two centres and where nobody differs from others of the
     * same centre: with one answer each, or when everybody answers alike. Centres without answers don't count.
     *
     * @param centres    the index of each centre, all in the same unit
     * @param confidence of the intervals, such as 0.95
     */
    public static Optional<BetweenCentreVariation> of(List<Summary> centres, double confidence) {
        return IntraclassCorrelation.of(centres)
                .map(analysis -> of(analysis, new VarianceRatio(centres, analysis).interval(confidence)));
    }

    private static BetweenCentreVariation of(IntraclassCorrelation analysis, Interval ratio) {
        double raw = analysis.value();
        double tau = analysis.betweenSd();
        return new BetweenCentreVariation(
                analysis.clusters(),
                analysis.observations(),
                analysis.clusterSize(),
                analysis.withinSd(),
                tau,
                new Interval(sd(ratio.low(), analysis), sd(ratio.high(), analysis)).including(tau),
                raw,
                new Interval(ratio.low() / (1 + ratio.low()), ratio.high() / (1 + ratio.high())).including(raw));
    }

    private static double sd(double ratio, IntraclassCorrelation analysis) {
        return Math.sqrt(Math.max(0, ratio) * analysis.withinMeanSquare());
    }

    /** The intraclass correlation as it is shown: the share of all variation that lies between centres. */
    public double correlation() {
        return Math.max(0, rawCorrelation);
    }

    /** As it is shown: from 0. */
    public Interval correlationInterval() {
        return new Interval(Math.max(0, rawCorrelationInterval.low()), Math.max(0, rawCorrelationInterval.high()));
    }

    /** Of either interval, since both rest on the same ratio. */
    public Floor floor() {
        if (rawCorrelationInterval.high() <= 0) {
            return Floor.WHOLE_INTERVAL;
        }
        return rawCorrelationInterval.low() < 0 ? Floor.LOW_END : Floor.UNUSED;
    }
}
