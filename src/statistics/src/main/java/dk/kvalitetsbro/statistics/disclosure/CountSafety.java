package dk.kvalitetsbro.statistics.disclosure;

import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;

import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Whether the number of answers stays uncertain at each of some centres, when a reader knows what they add up to and how
 * many could answer at each. People can be thought to have answered at another of these centres, as far as there is
 * room: that changes nothing that is published. It is judged a second time against somebody who also knows which centres
 * are withheld for their own sake. Whether a centre's leader answered is no secret.
 */
final class CountSafety implements Predicate<int[]> {
    private final HierarchicalTable table;
    private final boolean[] primary;
    private final int goal;
    private final Rooms rooms;
    private final Rooms knownRooms;

    /** @param primary which centres are withheld for their own sake */
    CountSafety(HierarchicalTable table, boolean[] primary, ProtectionGoal goal) {
        this.table = table;
        this.primary = primary;
        this.goal = goal.answers();
        rooms = Rooms.between(table, centre -> 0, table::eligible);
        knownRooms = Rooms.between(table, this::leastKnown, this::mostKnown);
    }

    private long leastKnown(int centre) {
        return primary[centre] ? 0 : Math.min(table.rule().minimumAnswers(), table.answered(centre));
    }

    private long mostKnown(int centre) {
        long few = Math.max(table.rule().minimumAnswers() - 1, table.answered(centre));
        return primary[centre] && table.hasFew(centre) ? Math.min(few, table.eligible(centre)) : table.eligible(centre);
    }

    @Override
    public boolean test(int[] withheld) {
        int[] pool = table.answering(withheld);
        return pool.length == 0 || (isEnough(pool) && (table.isOf(LEADER) || isUncertain(pool)));
    }

    /** What the centres add up to is as good as published. */
    private boolean isEnough(int[] pool) {
        return !table.rule().isTooFew(table.answeredOf(pool))
                && IntStream.range(0, table.figures())
                        .mapToObj(figure -> table.countsOf(figure, pool))
                        .noneMatch(
                                counts -> counts.answers() > 0 && table.rule().isTooFew(counts));
    }

    private boolean isUncertain(int[] pool) {
        Rooms.Pool moving = rooms.in(pool);
        Rooms.Pool knownMoving = knownRooms.in(pool);
        return table.targets(pool).allMatch(part -> isUncertain(moving, goal, part))
                && IntStream.of(pool)
                        .filter(centre -> primary[centre])
                        .allMatch(centre ->
                                isUncertain(knownMoving, mostKnown(centre) - leastKnown(centre), new int[] {centre}));
    }

    private boolean isUncertain(Rooms.Pool moving, long most, int[] part) {
        long wanted = Math.min(goal, Math.min(most, table.eligibleOf(part)));
        return moving.range(part) >= wanted
                && IntStream.range(0, table.figures())
                        .filter(figure -> table.countsOf(figure, part).answers() > 0)
                        .allMatch(figure -> moving.range(figure, part) >= wanted);
    }

    /** Of each centre, the fewest that may have given enough answers for a figure, as far as a reader can tell. */
    long[][] fewest(Iterable<int[]> pools) {
        long[][] fewest = new long[table.figures()][table.centres()];
        for (int figure = 0; figure < fewest.length; figure++) {
            for (int centre = 0; centre < table.centres(); centre++) {
                fewest[figure][centre] = table.counts(figure, centre).answers();
            }
        }
        if (!table.isOf(LEADER)) {
            pools.forEach(pool -> subtractLeaving(table.answering(pool), fewest));
        }
        return fewest;
    }

    private void subtractLeaving(int[] pool, long[][] fewest) {
        Rooms.Pool moving = knownRooms.in(pool);
        for (int figure = 0; figure < fewest.length; figure++) {
            for (int centre : pool) {
                fewest[figure][centre] -= moving.leaving(figure, centre);
            }
        }
    }
}
