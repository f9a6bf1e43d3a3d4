package dk.kvalitetsbro.statistics.findings;

/** Why a cell that may be shown carries no conclusion. */
public enum Shortage {
    FEW_ANSWERS,
    /** Also when nobody was listed as invited. */
    LOW_RESPONSE_RATE,
    /** Also when alpha could not be computed. The theme's items may be described one by one. */
    LOW_ALPHA,
    /** So few contact pedagogues that an assignment would point at them. */
    FEW_RATERS,
    /** Of a municipality: too few centres are shown to know how certain its mean is. */
    FEW_CENTRES
}
