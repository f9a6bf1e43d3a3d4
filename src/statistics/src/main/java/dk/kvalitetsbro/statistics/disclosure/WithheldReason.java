package dk.kvalitetsbro.statistics.disclosure;

/** Why a figure is not shown. */
public enum WithheldReason {
    TOO_FEW_ANSWERS(false),
    /** Enough parents answered, but they belong to too few families. */
    TOO_FEW_FAMILIES(false),
    /** Enough children are described, but by so few contact pedagogues that one of them would be exposed. */
    TOO_FEW_RATERS(false),
    /** A centre has one leader, whose answers would be public. */
    LEADERS_NEVER_PER_CENTRE(true),
    /** Childminding and other tiny units count in the totals and have no figures of their own. */
    ONLY_IN_TOTALS(true),
    /** Everybody gave the same answers, so the mean tells what each person said. */
    ALL_ANSWERED_ALIKE(false),
    /** Could be shown by itself, but together with other figures it would reveal another. */
    TO_PROTECT_ANOTHER(false);

    private final boolean known;

    WithheldReason(boolean known) {
        this.known = known;
    }

    /**
     * Whether readers may be told this reason. It then follows from what the place is. Any other reason follows from the
     * answers, and telling it would tell about them: all of those are told in the same words.
     */
    public boolean mayBeTold() {
        return known;
    }
}
