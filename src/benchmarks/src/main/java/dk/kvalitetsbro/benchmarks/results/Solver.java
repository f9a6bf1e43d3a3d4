package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.benchmarks.results.Attacker.Range;
import dk.kvalitetsbro.benchmarks.results.Puzzle.Unknown;
import dk.kvalitetsbro.benchmarks.results.Told.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the limits of everything that is withheld in a puzzle. Whatever point it comes by widens all of them. */
final class Solver {
    private static final int TRIALS = 40;

    private final Puzzle puzzle;
    private final Asked asked;
    private final Optional<Truth> truth;
    private final List<Target> targets = new ArrayList<>();

    /**
     * @param asked what to work out
     * @param truth  to guess other answers from
     */
    Solver(Puzzle puzzle, Asked asked, Optional<Truth> truth) {
        this.puzzle = puzzle;
        this.asked = asked;
        this.truth = truth;
        puzzle.told().rows().forEach(this::addTargets);
    }

    /** The numbers and means of a row that are not told, if all of its withheld centres are in the puzzle. */
    private void addTargets(Row row) {
        int[] withheld = IntStream.of(row.centres()).filter(this::isWithheld).toArray();
        if (withheld.length == 0 || !IntStream.of(withheld).allMatch(puzzle::isAbout)) {
            return;
        }
        List<Unknown> here = IntStream.of(withheld).mapToObj(puzzle::unknown).toList();
        List<Integer> behind = here.stream().map(Unknown::behind).toList();
        int[] bundle = puzzle.bundle();
        if (row.turnout().isEmpty()) {
            if (bundle[0] == 0) {
                targets.add(Target.count(
                        row, -1, withheld, here.stream().map(Unknown::valid).toList()));
            }
            targets.add(Target.count(row, bundle[0], withheld, behind));
        }
        for (int i = 0; i < bundle.length; i++) {
            int figure = i;
            if (row.figures().get(bundle[i]).isEmpty()) {
                List<Integer> sums =
                        here.stream().map(unknown -> unknown.sums()[figure]).toList();
                targets.add(Target.mean(row, bundle[i], withheld, puzzle.middleOf(i), sums, behind));
            }
        }
    }

    private boolean isWithheld(int centre) {
        return puzzle.told().rowOf(centre).figures().get(puzzle.bundle()[0]).isEmpty();
    }

    List<Range> solve() {
        truth.ifPresent(known -> guess(new Guesses(puzzle, known)));
        for (Target target : targets) {
            solve(target, 1);
            solve(target, -1);
        }
        return targets.stream().map(Target::range).toList();
    }

    private void guess(Guesses guesses) {
        if (!puzzle.fits(guesses.truth())) {
            throw new IllegalStateException("the truth does not fit what is told of it");
        }
        see(guesses.truth());
        for (Target target : targets) {
            if (!target.isWide(asked)) {
                guesses.about(target).filter(puzzle::fits).forEach(this::see);
            }
        }
    }

    private void solve(Target target, int direction) {
        boolean better = true;
        for (int trial = 0; better && trial < TRIALS && !target.isWide(asked); trial++) {
            double[] point = puzzle.best(target.objective(direction), target.behind());
            better = target.isBetter(point, direction);
            see(point);
        }
    }

    private void see(double[] point) {
        targets.forEach(target -> target.see(point));
    }
}
