package dk.kvalitetsbro.statistics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Which centres and totals are withheld: of the counts, or of one bundle of figures. */
final class SuppressionPattern {
    private static final int LOSS_OF_AREA = 3;
    private static final int LOSS_OF_MUNICIPALITY = 10;

    private final HierarchicalTable table;
    private final boolean[] centres;
    private final boolean[] areas;
    private boolean municipality;

    SuppressionPattern(HierarchicalTable table) {
        this(table, new boolean[table.centres()], new boolean[table.areas()], false);
    }

    private SuppressionPattern(HierarchicalTable table, boolean[] centres, boolean[] areas, boolean municipality) {
        this.table = table;
        this.centres = centres;
        this.areas = areas;
        this.municipality = municipality;
    }

    SuppressionPattern copy() {
        return new SuppressionPattern(table, centres.clone(), areas.clone(), municipality);
    }

    void withholdCentre(int centre) {
        centres[centre] = true;
    }

    void withholdArea(int area) {
        areas[area] = true;
    }

    void withholdMunicipality() {
        municipality = true;
    }

    boolean withholdsCentre(int centre) {
        return centres[centre];
    }

    boolean withholdsArea(int area) {
        return areas[area];
    }

    boolean withholdsMunicipality() {
        return municipality;
    }

    /** Those of the given centres that are withheld. */
    int[] withheldOf(int[] members) {
        return IntStream.of(members).filter(centre -> centres[centre]).toArray();
    }

    /** Centres whose area's total is withheld: only the municipality's total tells about them. */
    int[] belowMunicipality() {
        return IntStream.range(0, centres.length)
                .filter(centre -> areas[table.areaOf(centre)])
                .toArray();
    }

    /**
     * What a reader finds out by subtracting: for each shown total, what the withheld centres below it add up to. A
     * withheld centre is in one pool only, that of the nearest shown total, or in none.
     */
    List<int[]> pools() {
        List<int[]> pools = new ArrayList<>();
        for (int area = 0; area < areas.length; area++) {
            if (!areas[area]) {
                addUnlessEmpty(withheldOf(table.centresOf(area)), pools);
            }
        }
        if (!municipality) {
            addUnlessEmpty(withheldOf(belowMunicipality()), pools);
        }
        return pools;
    }

    private static void addUnlessEmpty(int[] pool, List<int[]> pools) {
        if (pool.length > 0) {
            pools.add(pool);
        }
    }

    /** In units of one centre's figure. */
    int loss() {
        return count(centres.length, this::withholdsCentre)
                + LOSS_OF_AREA * count(areas.length, this::withholdsArea)
                + (municipality ? LOSS_OF_MUNICIPALITY : 0);
    }

    private static int count(int of, IntPredicate withheld) {
        return (int) IntStream.range(0, of).filter(withheld).count();
    }
}
