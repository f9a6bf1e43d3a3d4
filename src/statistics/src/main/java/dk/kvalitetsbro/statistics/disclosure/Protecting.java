package dk.kvalitetsbro.statistics.disclosure;

import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Works out a protection: first of the numbers of answers, then of each bundle of figures on top of those. */
final class Protecting {
    private final Grid grid;
    private final ProtectionGoal goal;
    private final int[] everywhere;
    private final List<Optional<WithheldReason>> ownAtCentres;
    private final CountSafety countSafety;

    Protecting(Grid grid, ProtectionGoal goal) {
        this.grid = grid;
        this.goal = goal;
        everywhere = IntStream.range(0, grid.centres()).toArray();
        ownAtCentres = IntStream.of(everywhere)
                .mapToObj(centre -> turnoutAtCentre(grid, new int[] {centre}))
                .toList();
        boolean[] own = new boolean[grid.centres()];
        IntStream.of(everywhere)
                .forEach(centre -> own[centre] = ownAtCentres.get(centre).isPresent());
        countSafety = new CountSafety(grid, own, goal);
    }

    Protection protection() {
        Cut counts = new Suppression(grid, grid.smallestFirst(grid::answered), countSafety).complete(ownCounts());
        Pools countPools = Pools.of(counts);
        long[][] fewest = countSafety.fewest(countPools.known());
        List<Cut> figures = new ArrayList<>();
        for (int[] bundle : grid.bundles()) {
            MeanSafety safety = new MeanSafety(grid, bundle, fewest, goal);
            int[] smallestFirst =
                    grid.smallestFirst(centre -> grid.counts(bundle[0], centre).answers());
            figures.add(new Suppression(grid, smallestFirst, safety).complete(ownFigures(bundle, counts)));
        }
        return new Protection(
                grid,
                countSafety,
                goal,
                counts,
                figures,
                countPools,
                figures.stream().map(Pools::of).toList(),
                verdicts(counts, figures));
    }

    private Cut ownCounts() {
        Cut cut = new Cut(grid);
        IntStream.of(everywhere)
                .filter(centre -> ownAtCentres.get(centre).isPresent())
                .forEach(cut::withholdCentre);
        IntStream.range(0, grid.areas())
                .filter(area -> turnoutAcross(grid, grid.centresOf(area)).isPresent())
                .forEach(cut::withholdArea);
        if (turnoutAcross(grid, everywhere).isPresent()) {
            cut.withholdMunicipality();
        }
        return cut;
    }

    private Cut ownFigures(int[] bundle, Cut counts) {
        Cut cut = counts.copy();
        IntStream.of(everywhere)
                .filter(centre -> alike(grid, bundle, centre).isPresent())
                .forEach(cut::withholdCentre);
        return cut;
    }

    private Map<Place, Verdict> verdicts(Cut counts, List<Cut> figures) {
        Map<Place, Verdict> verdicts = new HashMap<>();
        for (int centre : everywhere) {
            verdicts.put(
                    Place.centre(grid.centre(centre).code()),
                    verdict(
                            grid,
                            why(ownAtCentres.get(centre), counts.withholdsCentre(centre)),
                            bundle -> why(
                                    alike(grid, grid.bundles()[bundle], centre),
                                    figures.get(bundle).withholdsCentre(centre))));
        }
        for (int area = 0; area < grid.areas(); area++) {
            int number = area;
            int[] members = grid.centresOf(area);
            verdicts.put(
                    Place.area(grid.area(area)),
                    verdict(
                            grid,
                            why(turnoutAcross(grid, members), counts.withholdsArea(area)),
                            bundle -> why(
                                    alike(grid, grid.bundles()[bundle], members),
                                    figures.get(bundle).withholdsArea(number))));
        }
        verdicts.put(
                Place.MUNICIPALITY,
                verdict(
                        grid,
                        why(turnoutAcross(grid, everywhere), counts.withholdsMunicipality()),
                        bundle -> why(
                                alike(grid, grid.bundles()[bundle], everywhere),
                                figures.get(bundle).withholdsMunicipality())));
        return verdicts;
    }

    private static Optional<WithheldReason> why(Optional<WithheldReason> own, boolean withheld) {
        return own.isPresent() || !withheld ? own : Optional.of(WithheldReason.TO_PROTECT_ANOTHER);
    }

    /** @param ofBundle why the figures of a bundle are withheld where the number of answers is not */
    static Verdict verdict(
            Grid grid, Optional<WithheldReason> turnout, IntFunction<Optional<WithheldReason>> ofBundle) {
        List<Optional<WithheldReason>> figures = new ArrayList<>();
        IntStream.range(0, grid.figures()).forEach(figure -> figures.add(turnout));
        for (int bundle = 0; turnout.isEmpty() && bundle < grid.bundles().length; bundle++) {
            Optional<WithheldReason> why = ofBundle.apply(bundle);
            IntStream.of(grid.bundles()[bundle]).forEach(figure -> figures.set(figure, why));
        }
        return new Verdict(turnout, figures);
    }

    /** Why a centre, or several that are one by now, may not tell how many answered, for its own sake. */
    static Optional<WithheldReason> turnoutAtCentre(Grid grid, int[] members) {
        if (grid.isOf(LEADER)) {
            return Optional.of(WithheldReason.LEADERS_NEVER_PER_CENTRE);
        }
        return members.length == 1 && grid.centre(members[0]).onlyInTotals()
                ? Optional.of(WithheldReason.ONLY_IN_TOTALS)
                : turnoutAcross(grid, members);
    }

    /** The numbers behind all figures are close to each other: one that is too small takes the others along. */
    static Optional<WithheldReason> turnoutAcross(Grid grid, int[] members) {
        return IntStream.range(0, grid.figures())
                .mapToObj(figure -> grid.rule().tooFew(grid.countsOf(figure, members)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> grid.rule().tooFew(grid.answeredOf(members)));
    }

    /** Whether everybody answered alike, on any figure of a bundle. */
    static Optional<WithheldReason> alike(Grid grid, int[] bundle, int... members) {
        return IntStream.of(bundle).anyMatch(figure -> grid.areAlike(figure, members))
                ? Optional.of(WithheldReason.ALL_ANSWERED_ALIKE)
                : Optional.empty();
    }
}
