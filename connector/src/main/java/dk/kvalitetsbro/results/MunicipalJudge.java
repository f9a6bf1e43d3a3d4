package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.findings.FindingRules;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Judges the whole municipality by the rules for centres: it has no rest to be compared with, and its answers come in
 * clusters.
 *
 * @param focus codes of the themes that the municipality follows with particular attention
 */
record MunicipalJudge(Thresholds thresholds, Set<String> focus) {

    List<RankedThemes.Headline> judge(List<MunicipalCell> cells) {
        List<Judgement> judgements = new FindingRules(thresholds)
                .judge(cells.stream().map(MunicipalCell::cell).toList());
        return RankedThemes.ranked(
                IntStream.range(0, cells.size())
                        .mapToObj(i -> new RankedThemes.Judged(
                                judgements.get(i), cells.get(i).below(thresholds.levelPomp())))
                        .toList(),
                focus);
    }
}
