package dk.kvalitetsbro.statistics.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Withholds more until every pool is safe. Further centres are taken in a fixed order, as many as it needs, and none is
 * given back: which ones are taken then tells little of what is withheld. A total goes when it would take too many of
 * them. How many are too many is tried out, and what loses least is kept.
 */
final class ComplementarySuppression {
    /** How many further centres to withhold for the sake of one total. */
    private static final int[] PATIENCE = {0, 1, 2, 3, 5, 8, 13};

    private static final int MOST_PATIENT = PATIENCE[PATIENCE.length - 1];

    private final HierarchicalTable table;
    private final Comparator<Integer> inOrder;
    private final Predicate<int[]> isSafe;

    /**
     * @param inOrder which centres are taken first
     * @param isSafe  whether a reader may know what these centres add up to
     */
    ComplementarySuppression(HierarchicalTable table, Comparator<Integer> inOrder, Predicate<int[]> isSafe) {
        this.table = table;
        this.inOrder = inOrder;
        this.isSafe = isSafe;
    }

    SuppressionPattern complete(SuppressionPattern primary) {
        List<Optional<int[]>> companions = IntStream.range(0, table.areas())
                .mapToObj(area -> companions(table.centresOf(area), primary, MOST_PATIENT))
                .toList();
        SuppressionPattern best = attempt(primary, companions, PATIENCE[0]);
        for (int i = 1; i < PATIENCE.length && best.loss() > primary.loss(); i++) {
            SuppressionPattern other = attempt(primary, companions, PATIENCE[i]);
            if (other.loss() < best.loss()) {
                best = other;
            }
        }
        return best;
    }

    /** @param companions by area: which centres make its total safe, if any do */
    private SuppressionPattern attempt(SuppressionPattern primary, List<Optional<int[]>> companions, int patience) {
        SuppressionPattern pattern = primary.copy();
        for (int area = 0; area < table.areas(); area++) {
            Optional<int[]> few = companions.get(area).filter(some -> some.length <= patience);
            few.ifPresent(some -> IntStream.of(some).forEach(pattern::withholdCentre));
            if (few.isEmpty()) {
                pattern.withholdArea(area);
            }
        }
        return showingMunicipality(pattern, patience).orElseGet(() -> {
            pattern.withholdMunicipality();
            return pattern;
        });
    }

    /** Withholds further areas' totals, too, as long as the municipality's total would tell of those withheld. */
    private Optional<SuppressionPattern> showingMunicipality(SuppressionPattern areasOnly, int patience) {
        SuppressionPattern pattern = areasOnly.copy();
        while (!pattern.withholdsMunicipality()) {
            Optional<int[]> few = leavesOneArea(pattern)
                    ? Optional.empty()
                    : companions(pattern.belowMunicipality(), pattern, patience);
            if (few.isPresent()) {
                IntStream.of(few.get()).forEach(pattern::withholdCentre);
                return Optional.of(pattern);
            }
            Optional<Integer> next = nextArea(pattern);
            if (next.isEmpty()) {
                return Optional.empty();
            }
            pattern.withholdArea(next.get());
        }
        return Optional.empty();
    }

    /** Whether one area is the municipality less all others: its total is not withheld then, whatever its centres are. */
    private boolean leavesOneArea(SuppressionPattern pattern) {
        return IntStream.range(0, table.areas())
                        .filter(pattern::withholdsArea)
                        .filter(area -> table.answering(pattern.withheldOf(table.centresOf(area))).length > 0)
                        .count()
                == 1;
    }

    /** Which further centres among the members make those withheld safe. */
    private Optional<int[]> companions(int[] members, SuppressionPattern pattern, int patience) {
        int[] withheld = pattern.withheldOf(members);
        if (isSafe.test(withheld)) {
            return Optional.of(new int[0]);
        }
        int[] candidates = IntStream.of(members)
                .filter(centre -> patience > 0 && !pattern.withholdsCentre(centre))
                .boxed()
                .sorted(inOrder)
                .mapToInt(centre -> centre)
                .toArray();
        for (int taken = 1; taken <= Math.min(patience, candidates.length); taken++) {
            int[] some = Arrays.copyOf(candidates, taken);
            if (isSafe.test(with(withheld, some))) {
                return Optional.of(some);
            }
        }
        return Optional.empty();
    }

    private static int[] with(int[] withheld, int[] some) {
        return IntStream.concat(IntStream.of(withheld), IntStream.of(some))
                .sorted()
                .toArray();
    }

    /** The area whose total is withheld next: the one that most likely lacks as few centres as possible. */
    private Optional<Integer> nextArea(SuppressionPattern pattern) {
        return IntStream.range(0, table.areas())
                .filter(area -> !pattern.withholdsArea(area))
                .boxed()
                .min((a, b) -> Long.compare(size(a, pattern), size(b, pattern)));
    }

    /** The size of what is withheld in an area; of an area in which nothing is, endless: its total hides nobody. */
    private long size(int area, SuppressionPattern pattern) {
        int[] withheld = pattern.withheldOf(table.centresOf(area));
        long size = HierarchicalTable.valid(table.answeredOf(withheld));
        return size == 0 ? Long.MAX_VALUE : size;
    }
}
