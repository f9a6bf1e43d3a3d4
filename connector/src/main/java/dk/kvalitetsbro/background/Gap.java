package dk.kvalitetsbro.background;

import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.Interval;

/**
 * How far two categories lie apart, in percent of maximum possible.
 *
 * @param difference the one's mean less the other's
 * @param confidence of the interval, such as 0.95
 */
public record Gap(Estimate difference, double confidence) {
    /** Points from which a difference is called clear: about a fifth of a standard deviation between people. */
    static final double LEAST_CLEAR = 5;

    /** What can be said of a gap. */
    public enum Verdict {
        CLEAR,
        CANNOT_TELL,
        NOT_CLEAR
    }

    public Interval interval() {
        return difference.interval(confidence);
    }

    /**
     * Clear is what lies on one side of 0 with its whole interval and is not small; not clear is what is small with its
     * whole interval. Of anything else it can't be told.
     */
    public Verdict verdict() {
        Interval interval = interval();
        if (!interval.contains(0) && Math.abs(difference.value()) >= LEAST_CLEAR) {
            return Verdict.CLEAR;
        }
        return -LEAST_CLEAR < interval.low() && interval.high() < LEAST_CLEAR ? Verdict.NOT_CLEAR : Verdict.CANNOT_TELL;
    }
}
