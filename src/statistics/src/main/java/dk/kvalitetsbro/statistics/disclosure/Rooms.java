package dk.kvalitetsbro.statistics.disclosure;

import java.util.function.IntToLongFunction;

/**
 * How many more could have answered at each centre, and how many fewer. Within a pool people can be thought to have
 * answered at another centre as far as there is room: the pool's total stays what it is.
 */
final class Rooms {
    private final Grid grid;
    private final long[] more;
    private final long[] fewer;

    private Rooms(Grid grid, long[] more, long[] fewer) {
        this.grid = grid;
        this.more = more;
        this.fewer = fewer;
    }

    static Rooms between(Grid grid, IntToLongFunction least, IntToLongFunction most) {
        long[] more = new long[grid.centres()];
        long[] fewer = new long[grid.centres()];
        for (int centre = 0; centre < more.length; centre++) {
            more[centre] = most.applyAsLong(centre) - grid.answered(centre);
            fewer[centre] = grid.answered(centre) - least.applyAsLong(centre);
        }
        return new Rooms(grid, more, fewer);
    }

    Pool in(int[] pool) {
        return new Pool(pool);
    }

    /** People move within these centres only. */
    final class Pool {
        private final long more;
        private final long fewer;
        private final long[] fewerOn = new long[grid.figures()];
        private final long[] answers = new long[grid.figures()];

        private Pool(int[] pool) {
            more = sum(Rooms.this.more, pool);
            fewer = sum(Rooms.this.fewer, pool);
            for (int figure = 0; figure < answers.length; figure++) {
                fewerOn[figure] = fewerOn(figure, pool);
                answers[figure] = answersOn(figure, pool);
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
            long here = answersOn(figure, part);
            long skipped = sum(grid::answered, part) - here;
            long moving = Math.min(sum(Rooms.this.more, part), fewerOn[figure] - fewerOn(figure, part));
            return Math.min(moving + skipped, answers[figure] - here) + leaving(figure, part);
        }

        /** How many of those who gave enough answers for a figure can have done so elsewhere. */
        long leaving(int figure, int... part) {
            return Math.min(fewerOn(figure, part), more - sum(Rooms.this.more, part));
        }
    }

    private long fewerOn(int figure, int[] members) {
        return sum(centre -> Math.min(fewer[centre], Grid.valid(grid.counts(figure, centre))), members);
    }

    private long answersOn(int figure, int[] members) {
        return sum(centre -> Grid.valid(grid.counts(figure, centre)), members);
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
