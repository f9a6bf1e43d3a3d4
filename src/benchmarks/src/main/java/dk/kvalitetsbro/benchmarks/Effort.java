package dk.kvalitetsbro.benchmarks;

/** How thoroughly to measure. */
public enum Effort {
    THOROUGH,
    QUICK;

    /** How many runs to take the median of. */
    public int runs(int thorough, int quick) {
        return this == QUICK ? quick : thorough;
    }
}
