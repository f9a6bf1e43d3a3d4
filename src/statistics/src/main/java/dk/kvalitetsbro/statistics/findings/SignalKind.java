package dk.kvalitetsbro.statistics.findings;

/** What a cell can show: three kinds of shortfall, their three mirrors, and a gap that is neither. */
public enum SignalKind {
    /** The interval of the mean lies below the municipality's threshold. */
    LEVEL,
    /** Clearly below the rest of the municipality. */
    BELOW_REST,
    /** Clearly below this centre's last round. */
    DECLINE,
    /** Pedagogues and parents experience the same theme differently: a reason for dialogue. */
    GAP,
    /** The interval of the mean lies above the municipality's threshold of a strength. */
    ABOVE_LEVEL,
    /** Clearly above the rest of the municipality. */
    ABOVE_REST,
    /** Clearly above this centre's last round. */
    PROGRESS;

    public boolean isShortfall() {
        return this == LEVEL || this == BELOW_REST || this == DECLINE;
    }

    public boolean isStrength() {
        return this == ABOVE_LEVEL || this == ABOVE_REST || this == PROGRESS;
    }
}
