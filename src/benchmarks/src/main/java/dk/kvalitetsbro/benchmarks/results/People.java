package dk.kvalitetsbro.benchmarks.results;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who may have answered at some centres, and what, as sums. Deviations are from the middle of each figure, on a scale from
 * 0 to 1 that begins at {@code low}.
 *
 * @param valid   families of parents, answers of others, by centre
 * @param answers of anybody
 * @param behind  answers behind the figures
 * @param sums    of the deviations, by figure and centre
 * @param squares of the deviations
 * @param low     the deviation of the lowest index, by figure
 */
record People(double[] valid, double[] answers, double[] behind, double[][] sums, double[][] squares, double[] low) {

    private People copy() {
        return new People(
                valid.clone(),
                answers.clone(),
                behind.clone(),
                Arrays.stream(sums).map(double[]::clone).toArray(double[][]::new),
                Arrays.stream(squares).map(double[]::clone).toArray(double[][]::new),
                low);
    }

    /**
     * As many as can answer somewhere else instead.
     *
     * @param most how many can answer at each centre
     * @param upTo no more than these
     */
    People moved(int[] from, int[] to, double[] most, double upTo) {
        People people = copy();
        double families = 0;
        double gone = 0;
        double goneBehind = 0;
        double room = IntStream.of(to).mapToDouble(i -> most[i] - valid[i]).sum();
        for (int i : from) {
            double some = Math.min(valid[i], Math.min(upTo, room) - families);
            double others = Math.max(some, answers[i] - 2 * (valid[i] - some));
            double theirs = Math.min(others, behind[i]);
            people.valid[i] -= some;
            people.answers[i] -= others;
            people.behind[i] -= theirs;
            families += some;
            gone += others;
            goneBehind += theirs;
        }
        double share = families == 0 ? 0 : 1 / families;
        for (int i : to) {
            double some = Math.min(families, most[i] - valid[i]);
            people.valid[i] += some;
            people.answers[i] += some * gone * share;
            people.behind[i] += some * goneBehind * share;
            families -= some;
        }
        return people;
    }

    /** As many answer on every figure as answer at all; as many more skip it elsewhere. */
    People skippingElsewhere(int[] some, int[] others) {
        People people = copy();
        for (int i : some) {
            for (int other : others) {
                double more = Math.min(people.answers[i] - people.behind[i], people.behind[other]);
                people.behind[i] += more;
                people.behind[other] -= more;
            }
        }
        return people;
    }

    /**
     * The same indexes, given by others of these centres: all of some centres as far from the mean as can be.
     *
     * @param reach how far, from -1 to 1, by figure
     */
    People spread(int[] some, int[] all, double[] reach) {
        People people = copy();
        for (int figure = 0; figure < sums.length; figure++) {
            people.spread(figure, some, all, reach[figure], sum(sums[figure], all), sum(squares[figure], all));
        }
        return people;
    }

    private void spread(int figure, int[] some, int[] all, double reach, double sum, double square) {
        double n = sum(behind, all);
        double here = sum(behind, some);
        double others = n - here;
        if (n <= 0) {
            return;
        }
        double mean = sum / n;
        double bottom = low[figure];
        double top = bottom + 1;
        double mine = mean;
        if (here > 0 && others > 0) {
            double limit = Math.sqrt(Math.max(0, square / n - mean * mean) * others / here);
            double wanted = mean + reach * (1 - 1e-9) * limit;
            double highest = Math.min(top, (sum - bottom * others) / here);
            double lowest = Math.max(bottom, (sum - top * others) / here);
            mine = Math.max(lowest, Math.min(highest, wanted));
        }
        double theirs = others > 0 ? (sum - mine * here) / others : mean;
        for (int i : all) {
            sums[figure][i] = theirs * behind[i];
        }
        for (int i : some) {
            sums[figure][i] = mine * behind[i];
        }
        spreadSquares(figure, all, square);
    }

    /** Whatever is left of the squares goes to everybody in proportion to how much fits. */
    private void spreadSquares(int figure, int[] all, double square) {
        double[] least = new double[behind.length];
        double[] room = new double[behind.length];
        double bottom = low[figure];
        double top = bottom + 1;
        for (int i : all) {
            double sum = sums[figure][i];
            least[i] = behind[i] == 0 ? 0 : sum * sum / behind[i];
            room[i] = (bottom + top) * sum - bottom * top * behind[i] - least[i];
        }
        double left = square - sum(least, all);
        double fits = sum(room, all);
        for (int i : all) {
            squares[figure][i] = least[i] + (fits <= 0 ? 0 : left * room[i] / fits);
        }
    }

    private static double sum(double[] of, int[] members) {
        return IntStream.of(members).mapToDouble(i -> of[i]).sum();
    }
}
