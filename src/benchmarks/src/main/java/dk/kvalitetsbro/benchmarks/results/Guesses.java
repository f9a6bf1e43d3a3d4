package dk.kvalitetsbro.benchmarks.results;

import static dk.kvalitetsbro.benchmarks.results.Puzzle.SCALE;

import dk.kvalitetsbro.benchmarks.results.Puzzle.Unknown;
import dk.kvalitetsbro.statistics.Summary;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Guesses, from the true answers, others that would have been told in the same way. Each has to be checked. */
final class Guesses {
    private final Puzzle puzzle;
    private final List<Unknown> unknowns;
    private final People truth;
    private final Alternatives alternatives;

    Guesses(Puzzle puzzle, Truth known) {
        this.puzzle = puzzle;
        unknowns = puzzle.unknowns();
        truth = people(known);
        alternatives = new Alternatives(
                truth,
                unknowns.stream()
                        .mapToDouble(unknown -> puzzle.told().most()[unknown.centre()])
                        .toArray());
    }

    private People people(Truth known) {
        int figures = puzzle.bundle().length;
        int centres = unknowns.size();
        People people = new People(
                new double[centres],
                new double[centres],
                new double[centres],
                new double[figures][centres],
                new double[figures][centres],
                IntStream.range(0, figures).mapToDouble(puzzle::low).toArray());
        for (int i = 0; i < centres; i++) {
            int centre = unknowns.get(i).centre();
            people.valid()[i] = known.valid(centre);
            people.answers()[i] = known.answers(centre);
            for (int figure = 0; figure < figures; figure++) {
                Summary summary = known.pomp(puzzle.bundle()[figure], centre);
                double mean = (summary.mean() - puzzle.middleOf(figure)) / SCALE;
                double within = (summary.n() - 1) * summary.variance() / (SCALE * SCALE);
                people.behind()[i] = summary.n();
                people.sums()[figure][i] = summary.n() == 0 ? 0 : summary.n() * mean;
                people.squares()[figure][i] = summary.n() == 0 ? 0 : within + summary.n() * mean * mean;
            }
        }
        return people;
    }

    double[] truth() {
        return point(truth);
    }

    Stream<double[]> about(Target target) {
        int[] some = positions(target.centres());
        int[] among = smallestAround(puzzle.countGroups(), target);
        int[] amongValues = smallestAround(puzzle.meanGroups(), target);
        boolean moving = IntStream.of(among)
                .allMatch(i ->
                        puzzle.told().rowOf(unknowns.get(i).centre()).turnout().isEmpty());
        if (target.isMean()) {
            int figure = puzzle.bundle()[0] == target.figure() ? 0 : 1;
            return alternatives.ofMean(some, among, amongValues, figure, moving && some.length == 1).stream()
                    .map(this::point);
        }
        return alternatives.ofCount(some, among, amongValues).stream().map(this::point);
    }

    private int[] smallestAround(List<int[]> groups, Target target) {
        return groups.stream()
                .filter(group -> IntStream.of(target.centres())
                        .allMatch(centre -> IntStream.of(group).anyMatch(other -> other == centre)))
                .findFirst()
                .map(this::positions)
                .orElseGet(() -> positions(target.centres()));
    }

    private int[] positions(int[] centres) {
        return IntStream.range(0, unknowns.size())
                .filter(i -> IntStream.of(centres)
                        .anyMatch(centre -> centre == unknowns.get(i).centre()))
                .toArray();
    }

    private double[] point(People people) {
        double[] point = new double[puzzle.variables()];
        for (int i = 0; i < unknowns.size(); i++) {
            Unknown unknown = unknowns.get(i);
            point[unknown.valid()] = people.valid()[i];
            point[unknown.answers()] = people.answers()[i];
            point[unknown.behind()] = people.behind()[i];
            for (int figure = 0; figure < puzzle.bundle().length; figure++) {
                point[unknown.sums()[figure]] = people.sums()[figure][i];
                point[unknown.squares()[figure]] = people.squares()[figure][i];
            }
        }
        return point;
    }
}
