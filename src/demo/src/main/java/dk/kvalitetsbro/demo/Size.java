package dk.kvalitetsbro.demo;

/** How large the invented municipality is. The figures are estimates of the places that the sizes are named after. */
public enum Size {
    BILLUND(18, 520, 350, 235, 40),
    AALBORG(120, 4_700, 3_000, 1_880, 120),
    COPENHAGEN(431, 13_000, 10_000, 6_470, 250),
    DENMARK(3_900, 122_000, 75_000, 52_900, 250);

    private final int centres;
    private final int eligibleChildren;
    private final int staff;
    private final int pedagogues;
    private final int courses;

    Size(int centres, int eligibleChildren, int staff, int pedagogues, int courses) {
        this.centres = centres;
        this.eligibleChildren = eligibleChildren;
        this.staff = staff;
        this.pedagogues = pedagogues;
        this.courses = courses;
    }

    /** Centres open today; the centre that closed in 2018 comes on top. */
    public int centres() {
        return centres;
    }

    /** Children aged 4-5 who may answer in the round of 2019. */
    public int eligibleChildren() {
        return eligibleChildren;
    }

    /** People employed today, in centres and in the administration. */
    public int staff() {
        return staff;
    }

    /** Pedagogues among the staff, to within rounding per centre. */
    public int pedagogues() {
        return pedagogues;
    }

    /** Courses in the municipality's Moodle. */
    public int courses() {
        return courses;
    }
}
