package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.findings.FindingRules;
import dk.kvalitetsbro.statistics.findings.Judgement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges a round's centres one after the other.
 *
 * @param yardsticks   what the figures are held against, one for each theme and group
 * @param focus        codes of the themes that the municipality follows with particular attention
 * @param withoutOwn   centres that have no findings of their own: childminding is shown for its area only
 */
record CentreJudge(
        FindingRules rules,
        Map<Yardstick.Of, Yardstick> yardsticks,
        Set<String> focus,
        Predicate<CentreCode> withoutOwn) {

    /** @param cells of all centres, one centre's cells together */
    void eachCentre(Stream<ComparedCell> cells, BiConsumer<CentreCode, List<RankedThemes.Headline>> findings) {
        List<ComparedCell> centre = new ArrayList<>();
        for (Iterator<ComparedCell> each = cells.iterator(); each.hasNext(); ) {
            ComparedCell cell = each.next();
            if (!centre.isEmpty() && !centre.get(0).centre().equals(cell.centre())) {
                judge(centre, findings);
                centre.clear();
            }
            centre.add(cell);
        }
        if (!centre.isEmpty()) {
            judge(centre, findings);
        }
    }

    private void judge(List<ComparedCell> centre, BiConsumer<CentreCode, List<RankedThemes.Headline>> findings) {
        CentreCode code = centre.get(0).centre();
        if (!withoutOwn.test(code)) {
            findings.accept(code, RankedThemes.ranked(judged(centre), focus));
        }
    }

    private List<RankedThemes.Judged> judged(List<ComparedCell> centre) {
        List<Judgement> judgements = rules.judge(
                centre.stream().map(cell -> cell.cell(yardstick(cell))).toList());
        return IntStream.range(0, centre.size())
                .mapToObj(i -> new RankedThemes.Judged(judgements.get(i), size(centre.get(i))))
                .toList();
    }

    private double size(ComparedCell cell) {
        return yardstick(cell).shrunkenSize(cell.index());
    }

    private Yardstick yardstick(ComparedCell cell) {
        Yardstick found = yardsticks.get(new Yardstick.Of(cell.theme(), cell.grp()));
        if (found == null) {
            throw new IllegalStateException("the municipality has no figure of " + cell.theme() + ", " + cell.grp());
        }
        return found;
    }
}
