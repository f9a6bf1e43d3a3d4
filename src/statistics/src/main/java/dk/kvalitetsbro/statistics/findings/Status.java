package dk.kvalitetsbro.statistics.findings;

/** What the rules say of a cell, from what may not be shown to what gives no sign. */
public enum Status {
    /** Not shown, to protect those who answered. */
    SUPPRESSED,
    /** May be described, but carries no conclusion. */
    NOT_ENOUGH_DATA,
    /** Should be talked about first: a shortfall that stands after correction, or that several groups see. */
    CONFIRMED,
    /** A possible point of attention: a shortfall that chance might explain. */
    INDICATION,
    /** Pedagogues and parents experience it differently, without a shortfall. */
    DIFFERENT_EXPERIENCES,
    /** Something that succeeds here, found by the mirrored rules. */
    STRENGTH,
    /** Nothing stands out. This does not mean that there are no problems. */
    NO_SIGN
}
