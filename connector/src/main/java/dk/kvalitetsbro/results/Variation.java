package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.BetweenCentreVariation.Floor;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.ThemeCode;

/**
 * How much the centres whose figures are shown differ on one theme, beyond what chance makes them. Spreads are in percent
 * of maximum possible.
 *
 * @param centres     that are counted in
 * @param respondents of those centres
 * @param betweenSd   tau: the standard deviation between the true means of centres, 0 where chance explains it all
 * @param withinSd    sigma: the standard deviation between people of one centre
 * @param correlation the share of the variation that lies between centres; below 0 when they differ less than by chance
 */
public record Variation(
        String round,
        ThemeCode theme,
        RespondentGroup group,
        int centres,
        int respondents,
        double betweenSd,
        Interval betweenSdInterval,
        double withinSd,
        double correlation,
        Interval correlationInterval) {

    /** From 0, as it is shown. */
    public double shownCorrelation() {
        return Math.max(0, correlation);
    }

    /** From 0, as it is shown. */
    public Interval shownCorrelationInterval() {
        return new Interval(Math.max(0, correlationInterval.low()), Math.max(0, correlationInterval.high()));
    }

    /** What has to be told beside figures that are shown from 0. */
    public Floor floor() {
        if (correlationInterval.high() <= 0) {
            return Floor.WHOLE_INTERVAL;
        }
        return correlationInterval.low() < 0 ? Floor.LOW_END : Floor.UNUSED;
    }
}
