package dk.kvalitetsbro.statistics.disclosure;

/** Why a figure is not shown. */
public enum WithheldReason {
    TOO_FEW_ANSWERS,
    /** Enough parents answered, but they belong to too few families. */
    TOO_FEW_FAMILIES,
    /** Enough children are described, but by so few contact pedagogues that one of them would be exposed. */
    TOO_FEW_RATERS,
    /** A centre has one leader, whose answers would be public. */
    LEADERS_NEVER_PER_CENTRE,
    /** Everybody gave the same answers, so the mean tells what each person said. */
    ALL_ANSWERED_ALIKE,
    /** Could be shown by itself, but together with a total it would reveal another. */
    TO_PROTECT_ANOTHER
}
