package dk.kvalitetsbro.statistics;

/**
 * Which way something went, if that can be told. Where nothing changed, one of twenty directions at a confidence of 0.95
 * is nevertheless UP or DOWN.
 */
public enum Direction {
    /** The whole interval of the change lies above 0. */
    UP,
    /** The whole interval of the change lies below 0. */
    DOWN,
    /** The interval holds 0. That is not to say that nothing changed. */
    UNCERTAIN;

    /**
     * The direction of a change.
     *
     * @param change     later minus earlier
     * @param confidence of the two-sided interval, such as 0.95
     */
    public static Direction of(Estimate change, double confidence) {
        if (change.liesAbove(0, confidence)) {
            return UP;
        }
        return change.liesBelow(0, confidence) ? DOWN : UNCERTAIN;
    }
}
