package dk.kvalitetsbro.background;

import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.Summary;
import java.util.Optional;

/**
 * What a category answered on a theme.
 *
 * @param pomp       in percent of maximum possible
 * @param confidence of the interval, such as 0.95
 */
public record CategoryMean(Summary pomp, double confidence) {
    /** Ends where the scale does; empty when the answers say nothing about uncertainty. */
    public Optional<Interval> interval() {
        return Estimate.ofMean(pomp)
                .map(mean -> mean.interval(confidence))
                .map(found -> new Interval(Math.max(0, found.low()), Math.min(100, found.high())));
    }
}
