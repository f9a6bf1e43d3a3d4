package dk.kvalitetsbro.statistics.findings;

/** Why a sign is more than an indication. */
public enum Ground {
    /** A signal's Holm-adjusted p is below the limit. */
    STANDS_AFTER_CORRECTION,
    /** Enough groups show the same kind of signal on this theme. */
    SEEN_BY_SEVERAL_GROUPS
}
