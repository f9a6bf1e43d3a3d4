package dk.kvalitetsbro.statistics;

/** Whose voice an answer is. Groups are shown beside each other and never merged into one figure. */
public enum RespondentGroup {
    /** Four- and five-year-olds, answering with smileys. */
    CHILD,
    /** The pedagogue closest to a child; answers once for each child, so one rater stands behind many answers. */
    CONTACT_PEDAGOGUE,
    /** Pedagogical staff, answering once for themselves. */
    PEDAGOGUE,
    /** Two parents may answer for the same child, so families are counted beside answers. */
    PARENT,
    /** One per centre as a rule, and therefore never shown for a centre. */
    LEADER
}
