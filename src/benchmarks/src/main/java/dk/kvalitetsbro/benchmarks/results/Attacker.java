package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.benchmarks.results.Told.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Somebody who has read everything that is told and works out what is not: subtracts whatever can be subtracted, and
 * finds out by linear programming between which limits the rest lies.
 */
final class Attacker {
    private final Told told;
    private final Asked asked;
    private final Optional<Truth> truth;
    private final List<Range> found = new ArrayList<>();

    private Attacker(Told told, Asked asked, Optional<Truth> truth) {
        this.told = told;
        this.asked = asked;
        this.truth = truth;
    }

    /**
     * What can be known of a withheld number or mean.
     *
     * @param row    what it is about
     * @param figure which figure; -1 for how many answered at all
     * @param isMean whether it is the mean, in percent of maximum possible, and not the number of answers
     */
    record Range(Row row, int figure, boolean isMean, double low, double high) {
        double width() {
            return high - low;
        }
    }

    /** @return ranges also of what was not asked, as far as they were come by */
    static List<Range> attack(Told told, Asked asked) {
        return attack(told, asked, Optional.empty());
    }

    /**
     * The same, in a fraction of the time: from the truth other answers are guessed, and those that fit all that is told
     * show how uncertain it is. Only where these are too close to the truth is there something to solve.
     */
    static List<Range> attack(Told told, Asked asked, Truth truth) {
        return attack(told, asked, Optional.of(truth));
    }

    private static List<Range> attack(Told told, Asked asked, Optional<Truth> truth) {
        Attacker attacker = new Attacker(told, asked, truth);
        attacker.bundles().forEach(attacker::attack);
        return attacker.found;
    }

    private List<int[]> bundles() {
        List<int[]> bundles = new ArrayList<>();
        for (int figure = 0; figure < told.figures(); figure++) {
            int alone = figure;
            if (told.shared().stream().noneMatch(shared -> shared.whole() == alone || shared.part() == alone)) {
                bundles.add(new int[] {figure});
            }
        }
        told.shared().forEach(shared -> bundles.add(new int[] {shared.whole(), shared.part()}));
        return bundles;
    }

    private void attack(int[] bundle) {
        List<Subtraction> counts =
                Subtraction.of(told.rows(), row -> row.turnout().isPresent());
        List<Subtraction> means = Subtraction.of(told.rows(), row -> IntStream.of(bundle)
                .allMatch(figure -> row.figures().get(figure).isPresent()));
        for (int[] together : components(counts, means)) {
            Puzzle puzzle = new Puzzle(told, bundle, together, counts, means);
            found.addAll(new Solver(puzzle, asked, truth).solve());
        }
    }

    /** The centres that any of the subtractions ties together. */
    private List<int[]> components(List<Subtraction> counts, List<Subtraction> means) {
        int[] root = IntStream.range(0, told.least().length).toArray();
        boolean[] tied = new boolean[root.length];
        for (List<Subtraction> all : List.of(counts, means)) {
            for (Subtraction subtraction : all) {
                for (int centre : subtraction.left()) {
                    tied[centre] = true;
                    join(root, subtraction.left()[0], centre);
                }
            }
        }
        return IntStream.range(0, root.length)
                .filter(centre -> tied[centre] && find(root, centre) == centre)
                .mapToObj(first -> IntStream.range(0, root.length)
                        .filter(centre -> tied[centre] && find(root, centre) == first)
                        .toArray())
                .toList();
    }

    private static void join(int[] root, int one, int other) {
        int first = find(root, one);
        int second = find(root, other);
        root[Math.max(first, second)] = Math.min(first, second);
    }

    private static int find(int[] root, int centre) {
        return root[centre] == centre ? centre : find(root, root[centre]);
    }
}
