package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Summary;
import java.util.Optional;

/**
 * The index of a theme, or the answers to one item, of some people.
 *
 * @param summary    on the item scale
 * @param baseline   what 500 is for this group on these items; empty for a single item
 * @param confidence of the intervals, such as 0.95
 * @param cautious   whether the items hang together so loosely that the figure is to be read with caution
 */
public record Index(Scale scale, Summary summary, Optional<Scale500> baseline, double confidence, boolean cautious) {
    /** The mean as percent of maximum possible. */
    public double pomp() {
        return scale.pomp(summary).mean();
    }

    /** Standard deviation between people, in percent of maximum possible. */
    public double pompSd() {
        return scale.pomp(summary).sd();
    }

    /** Ends where the scale does; empty when the answers say nothing about uncertainty. */
    public Optional<Interval> pompInterval() {
        return interval(scale.pomp(summary))
                .map(found -> new Interval(Math.max(0, found.low()), Math.min(100, found.high())));
    }

    /** The mean on the 500 scale. */
    public Optional<Double> points() {
        return baseline.map(scale500 -> scale500.points(summary.mean()));
    }

    /** Points on the 500 scale that may be chance. */
    public Optional<Double> chancePoints() {
        return baseline.flatMap(scale500 -> interval(scale500.points(summary))).map(Interval::halfWidth);
    }

    private Optional<Interval> interval(Summary values) {
        return Estimate.ofMean(values).map(mean -> mean.interval(confidence));
    }
}
