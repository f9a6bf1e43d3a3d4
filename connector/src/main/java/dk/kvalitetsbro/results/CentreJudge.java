package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.findings.Cell;
import dk.kvalitetsbro.statistics.findings.FindingRules;
import dk.kvalitetsbro.statistics.findings.Judgement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Judges a round's centres one after the other.
 *
 * @param rule         decides what may be told about the round
 * @param previousRule decides what may be told about the round that changes are measured from
 * @param focus        codes of the themes that the municipality follows with particular attention
 * @param withoutOwn   centres that have no findings of their own: childminding is shown for its area only
 */
record CentreJudge(
        FindingRules rules,
        DisclosureRule rule,
        DisclosureRule previousRule,
        Set<String> focus,
        Set<CentreCode> withoutOwn) {

    /** @param cells of all centres, one centre's cells together */
    void eachCentre(Stream<ComparedCell> cells, BiConsumer<CentreCode, List<CentreFindings.Headline>> findings) {
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

    private void judge(List<ComparedCell> centre, BiConsumer<CentreCode, List<CentreFindings.Headline>> findings) {
        CentreCode code = centre.get(0).centre();
        if (!withoutOwn.contains(code)) {
            findings.accept(code, CentreFindings.ranked(judged(centre), focus));
        }
    }

    private List<CentreFindings.Judged> judged(List<ComparedCell> centre) {
        List<Cell> cells =
                centre.stream().map(cell -> cell.cell(rule, previousRule)).toList();
        List<Judgement> judgements = rules.judge(cells);
        return IntStream.range(0, centre.size())
                .mapToObj(i -> new CentreFindings.Judged(centre.get(i), judgements.get(i)))
                .toList();
    }
}
