package dk.kvalitetsbro.statistics;

/** A confidence interval, in the unit of the estimate that it belongs to. */
public record Interval(double low, double high) {
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("no interval: " + low + " to " + high);
        }
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** Differences smaller than this may be chance; the figure of the sentence shown beside a result. */
    public double halfWidth() {
        return (high - low) / 2;
    }
}
