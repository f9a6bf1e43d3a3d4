package dk.kvalitetsbro.statistics.disclosure;

/**
 * How little somebody who knows everything that is published may find out about what is withheld. It is promised for
 * whatever has answers behind it.
 *
 * @param answers how many answers apart the least and the most possible number of answers are, unless fewer could answer
 * @param pomp    how far apart the lowest and the highest possible mean are, in percent of maximum possible
 */
public record ProtectionGoal(int answers, double pomp) {
    public ProtectionGoal {
        if (answers < 1 || !(pomp > 0 && pomp < 100)) {
            throw new IllegalArgumentException("a range of " + answers + " answers and " + pomp + " points");
        }
    }

    /** Two answers and ten points to either side. */
    public static ProtectionGoal standard() {
        return new ProtectionGoal(4, 20);
    }
}
