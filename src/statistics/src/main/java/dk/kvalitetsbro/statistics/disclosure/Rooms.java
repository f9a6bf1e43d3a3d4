package dk.kvalitetsbro.statistics.disclosure;

import java.util.function.IntToLongFunction;

/**
 * How many more could have answered at each centre, and how many fewer. Within a pool people can be thought to have
 * answered at another centre as far as there is room: the pool's total stays what it is. Where so many answered at least,
 * so many are behind each figure at least: somebody knows it of a centre that is not withheld for its own sake.
 */
final class Rooms {
    private final HierarchicalTable table;
    private final long[] least;
    private final long[] more;
    private final long[] fewer;

    private Rooms(HierarchicalTable table, long[] least, long[] more, long[] fewer) {
        this.table = table;
        this.least = least;
        this.more = more;
        this.fewer = fewer;
    }

    static Rooms between(HierarchicalTable table, IntToLongFunction leastAt, IntToLongFunction most) {
        long[] least = new long[table.centres()];
        long[] more = new long[table.centres()];
        long[] fewer = new long[table.centres()];
        for (int centre = 0; centre < more.length; centre++) {
            least[centre] = leastAt.applyAsLong(centre);
            more[centre] = most.applyAsLong(centre) - table.answered(centre);
            fewer[centre] = table.answered(centre) - least[centre];
        }
        return new Rooms(table, least, more, fewer);
    }

    Pool in(int[] pool) {
        return new Pool(pool);
    }

    /** People move within these centres only. */
    final class Pool {
        private final long more;
        private final long fewer;
        private final long[] fewerOn = new long[table.figures()];

        private Pool(int[] pool) {
            more = sum(Rooms.this.more, pool);
            fewer = sum(Rooms.this.fewer, pool);
            for (int figure = 0; figure < fewerOn.length; figure++) {
                fewerOn[figure] = fewerOn(figure, pool);
            }
        }

        /** How far apart the fewest and the most that can have answered at these centres of the pool are. */
        long range(int... part) {
            long up = sum(Rooms.this.more, part);
            long down = sum(Rooms.this.fewer, part);
            return Math.min(up, fewer - down) + Math.min(down, more - up);
        }

        /** The same for those who gave enough answers for a figure: whoever did not can also change places with one. */
        long range(int figure, int... part) {
            long skipped = sum(table::answered, part) - answersOn(figure, part);
            long up = Math.min(sum(Rooms.this.more, part) + skipped, fewerOn[figure] - fewerOn(figure, part));
            return up + leaving(figure, part);
        }

        /** How many of those who gave enough answers for a figure can have done so elsewhere. */
        long leaving(int figure, int... part) {
            return Math.min(fewerOn(figure, part), more - sum(Rooms.this.more, part));
        }
    }

    private long fewerOn(int figure, int[] members) {
        return sum(
                centre -> Math.max(0, HierarchicalTable.valid(table.counts(figure, centre)) - least[centre]), members);
    }

    private long answersOn(int figure, int[] members) {
        return sum(centre -> HierarchicalTable.valid(table.counts(figure, centre)), members);
    }

    private static long sum(long[] of, int[] members) {
        return sum(centre -> of[centre], members);
    }

    private static long sum(IntToLongFunction of, int[] members) {
        long sum = 0;
        for (int centre : members) {
            sum += of.applyAsLong(centre);
        }
        return sum;
    }
}
