package dk.kvalitetsbro.statistics;

/** A confidence interval, in the unit of the estimate that it belongs to. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no interval: " + low + " to " + high);
        }
    }

    /** The same interval, widened where needed to hold the value. */
    public Interval including(double value) {
        return new Interval(Math.min(low, value), Math.max(high, value));
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Differences smaller than this may be chance; the figure of the sentence shown beside a result. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
