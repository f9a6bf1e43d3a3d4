package dk.kvalitetsbro.statistics.disclosure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Withholds more until every pool is safe. The smallest centres go first; a total goes when it would take too many of
 * them. How many are too many is tried out, and what loses least is kept.
 */
final class Suppression {
    /** How many further centres to withhold for the sake of one total. */
    private static final int[] PATIENCE = {0, 1, 2, 3, 5, 8, 13};

    private static final int MOST_PATIENT = PATIENCE[PATIENCE.length - 1];

    /** Of so many of the smallest centres one alone, or two, are tried before many are taken. */
    private static final int TRIED = 12;

    private final Grid grid;
    private final int[] smallestFirst;
    private final Predicate<int[]> isSafe;

    /**
     * @param smallestFirst the centres that may be withheld, in the order in which they are
     * @param isSafe        whether a reader may know what these centres add up to
     */
    Suppression(Grid grid, int[] smallestFirst, Predicate<int[]> isSafe) {
        this.grid = grid;
        this.smallestFirst = smallestFirst;
        this.isSafe = isSafe;
    }

    Cut complete(Cut primary) {
        List<Optional<int[]>> companions = IntStream.range(0, grid.areas())
                .mapToObj(area -> companions(grid.centresOf(area), primary, MOST_PATIENT))
                .toList();
        Cut best = attempt(primary, companions, PATIENCE[0]);
        for (int i = 1; i < PATIENCE.length && best.loss() > primary.loss(); i++) {
            Cut other = attempt(primary, companions, PATIENCE[i]);
            if (other.loss() < best.loss()) {
                best = other;
            }
        }
        return best;
    }

    /** @param companions by area: which centres make its total safe, if any do */
    private Cut attempt(Cut primary, List<Optional<int[]>> companions, int patience) {
        Cut cut = primary.copy();
        for (int area = 0; area < grid.areas(); area++) {
            Optional<int[]> few = companions.get(area).filter(some -> some.length <= patience);
            few.ifPresent(some -> IntStream.of(some).forEach(cut::withholdCentre));
            if (few.isEmpty()) {
                cut.withholdArea(area);
            }
        }
        while (!cut.withholdsMunicipality()) {
            Optional<int[]> few =
                    leavesOneArea(cut) ? Optional.empty() : companions(cut.belowMunicipality(), cut, patience);
            if (few.isPresent()) {
                IntStream.of(few.get()).forEach(cut::withholdCentre);
                return cut;
            }
            nextArea(cut).ifPresentOrElse(cut::withholdArea, cut::withholdMunicipality);
        }
        return cut;
    }

    /** Whether one area is the municipality less all others: its total is not withheld then, whatever its centres are. */
    private boolean leavesOneArea(Cut cut) {
        return IntStream.range(0, grid.areas())
                        .filter(cut::withholdsArea)
                        .filter(area -> grid.answering(cut.withheldOf(grid.centresOf(area))).length > 0)
                        .count()
                == 1;
    }

    /** Which further centres among the members make those withheld safe: as few as can be found. */
    private Optional<int[]> companions(int[] members, Cut cut, int patience) {
        int[] withheld = cut.withheldOf(members);
        if (isSafe.test(withheld)) {
            return Optional.of(new int[0]);
        }
        if (patience == 0) {
            return Optional.empty();
        }
        int[] candidates = IntStream.of(smallestFirst)
                .filter(centre -> !cut.withholdsCentre(centre) && Arrays.binarySearch(members, centre) >= 0)
                .toArray();
        Optional<int[]> one = one(withheld, candidates);
        Optional<int[]> two = one.isPresent() || patience == 1 ? one : two(withheld, candidates);
        return two.isPresent() || patience <= 2 ? two : many(withheld, candidates, patience);
    }

    private Optional<int[]> one(int[] withheld, int[] candidates) {
        return IntStream.of(candidates)
                .limit(TRIED)
                .mapToObj(centre -> new int[] {centre})
                .filter(some -> isSafe.test(with(withheld, some)))
                .findFirst();
    }

    private Optional<int[]> two(int[] withheld, int[] candidates) {
        return IntStream.range(1, Math.min(TRIED, candidates.length))
                .boxed()
                .flatMap(larger -> IntStream.range(0, larger)
                        .mapToObj(smaller -> new int[] {candidates[smaller], candidates[larger]}))
                .filter(some -> isSafe.test(with(withheld, some)))
                .findFirst();
    }

    private Optional<int[]> many(int[] withheld, int[] candidates, int patience) {
        for (int taken = 3; taken <= Math.min(patience, candidates.length); taken++) {
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
    private Optional<Integer> nextArea(Cut cut) {
        return IntStream.range(0, grid.areas())
                .filter(area -> !cut.withholdsArea(area))
                .boxed()
                .min((a, b) -> Long.compare(size(a, cut), size(b, cut)));
    }

    /** The size of what is withheld in an area; of an area in which nothing is, endless: its total hides nobody. */
    private long size(int area, Cut cut) {
        int[] withheld = cut.withheldOf(grid.centresOf(area));
        long size = Grid.valid(grid.answeredOf(withheld));
        return size == 0 ? Long.MAX_VALUE : size;
    }
}
