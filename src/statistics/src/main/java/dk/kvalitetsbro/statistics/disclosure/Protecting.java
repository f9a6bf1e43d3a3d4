package dk.kvalitetsbro.statistics.disclosure;

import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Works out a protection: first of the numbers of answers, then of each bundle of figures on top of those. */
final class Protecting {
    private final HierarchicalTable table;
    private final ProtectionGoal goal;
    private final int[] everywhere;
    private final List<Optional<WithheldReason>> ownAtCentres;
    private final CountSafety countSafety;
    private final Comparator<Integer> inOrder;

    Protecting(HierarchicalTable table, ProtectionGoal goal) {
        this.table = table;
        this.goal = goal;
        everywhere = IntStream.range(0, table.centres()).toArray();
        ownAtCentres = IntStream.of(everywhere)
                .mapToObj(centre -> turnoutAtCentre(table, new int[] {centre}))
                .toList();
        boolean[] own = new boolean[table.centres()];
        IntStream.of(everywhere)
                .forEach(centre -> own[centre] = ownAtCentres.get(centre).isPresent());
        countSafety = new CountSafety(table, own, goal);
        inOrder = table.byEligible(ample());
    }

    /** Of so many as a rule one is enough to hide others: it can have more, and fewer without having too few. */
    private long ample() {
        return table.rule().minimumAnswers() + 2L * goal.answers();
    }

    Protection protection() {
        SuppressionPattern counts = new ComplementarySuppression(table, inOrder, countSafety).complete(ownCounts());
        Pools countPools = Pools.of(counts);
        long[][] fewest = countSafety.fewest(countPools.known());
        List<SuppressionPattern> figures = new ArrayList<>();
        for (int[] bundle : table.bundles()) {
            MeanSafety safety = new MeanSafety(table, bundle, fewest, goal);
            figures.add(new ComplementarySuppression(table, inOrder, safety).complete(ownFigures(bundle, counts)));
        }
        return new Protection(
                table,
                countSafety,
                goal,
                counts,
                figures,
                countPools,
                figures.stream().map(Pools::of).toList(),
                verdicts(counts, figures));
    }

    private SuppressionPattern ownCounts() {
        SuppressionPattern pattern = new SuppressionPattern(table);
        IntStream.of(everywhere)
                .filter(centre -> ownAtCentres.get(centre).isPresent())
                .forEach(pattern::withholdCentre);
        IntStream.range(0, table.areas())
                .filter(area -> turnoutAcross(table, table.centresOf(area)).isPresent())
                .forEach(pattern::withholdArea);
        if (turnoutAcross(table, everywhere).isPresent()) {
            pattern.withholdMunicipality();
        }
        return pattern;
    }

    private SuppressionPattern ownFigures(int[] bundle, SuppressionPattern counts) {
        SuppressionPattern pattern = counts.copy();
        IntStream.of(everywhere)
                .filter(centre -> alike(table, bundle, centre).isPresent())
                .forEach(pattern::withholdCentre);
        return pattern;
    }

    private Map<Place, Verdict> verdicts(SuppressionPattern counts, List<SuppressionPattern> figures) {
        Map<Place, Verdict> verdicts = new HashMap<>();
        for (int centre : everywhere) {
            verdicts.put(
                    Place.centre(table.centre(centre).code()),
                    verdict(
                            table,
                            why(ownAtCentres.get(centre), counts.withholdsCentre(centre)),
                            bundle -> why(
                                    alike(table, table.bundles()[bundle], centre),
                                    figures.get(bundle).withholdsCentre(centre))));
        }
        for (int area = 0; area < table.areas(); area++) {
            int number = area;
            int[] members = table.centresOf(area);
            verdicts.put(
                    Place.area(table.area(area)),
                    verdict(
                            table,
                            why(turnoutAcross(table, members), counts.withholdsArea(area)),
                            bundle -> why(
                                    alike(table, table.bundles()[bundle], members),
                                    figures.get(bundle).withholdsArea(number))));
        }
        verdicts.put(
                Place.MUNICIPALITY,
                verdict(
                        table,
                        why(turnoutAcross(table, everywhere), counts.withholdsMunicipality()),
                        bundle -> why(
                                alike(table, table.bundles()[bundle], everywhere),
                                figures.get(bundle).withholdsMunicipality())));
        return verdicts;
    }

    private static Optional<WithheldReason> why(Optional<WithheldReason> own, boolean withheld) {
        return own.isPresent() || !withheld ? own : Optional.of(WithheldReason.TO_PROTECT_ANOTHER);
    }

    /** @param ofBundle why the figures of a bundle are withheld where the number of answers is not */
    static Verdict verdict(
            HierarchicalTable table, Optional<WithheldReason> turnout, IntFunction<Optional<WithheldReason>> ofBundle) {
        List<Optional<WithheldReason>> figures = new ArrayList<>();
        IntStream.range(0, table.figures()).forEach(figure -> figures.add(turnout));
        for (int bundle = 0; turnout.isEmpty() && bundle < table.bundles().length; bundle++) {
            Optional<WithheldReason> why = ofBundle.apply(bundle);
            IntStream.of(table.bundles()[bundle]).forEach(figure -> figures.set(figure, why));
        }
        return new Verdict(turnout, figures);
    }

    /** Why a centre, or several that are one by now, may not tell how many answered, for its own sake. */
    static Optional<WithheldReason> turnoutAtCentre(HierarchicalTable table, int[] members) {
        if (table.isOf(LEADER)) {
            return Optional.of(WithheldReason.LEADERS_NEVER_PER_CENTRE);
        }
        return members.length == 1 && table.centre(members[0]).onlyInTotals()
                ? Optional.of(WithheldReason.ONLY_IN_TOTALS)
                : turnoutAcross(table, members);
    }

    /** The numbers behind all figures are close to each other: one that is too small takes the others along. */
    static Optional<WithheldReason> turnoutAcross(HierarchicalTable table, int[] members) {
        return IntStream.range(0, table.figures())
                .mapToObj(figure -> table.rule().tooFew(table.countsOf(figure, members)))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> table.rule().tooFew(table.answeredOf(members)));
    }

    /** Whether everybody answered alike, on any figure of a bundle. */
    static Optional<WithheldReason> alike(HierarchicalTable table, int[] bundle, int... members) {
        return IntStream.of(bundle).anyMatch(figure -> table.areAlike(figure, members))
                ? Optional.of(WithheldReason.ALL_ANSWERED_ALIKE)
                : Optional.empty();
    }
}
