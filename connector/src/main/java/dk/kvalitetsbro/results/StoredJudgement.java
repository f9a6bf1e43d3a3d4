package dk.kvalitetsbro.results;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Ground;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Shortage;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is stored of a judgement, of a centre's cell or the municipality's.
 *
 * @param shortages their codes, a space between each
 * @param grounds   their codes, a space between each
 */
record StoredJudgement(
        Status status, Optional<WithheldReason> withheld, String shortages, String grounds, boolean gainLost) {

    Judgement of(ThemeCode theme, RespondentGroup group, List<StoredSignal> signals) {
        return new Judgement(
                theme.value(),
                group,
                status,
                withheld,
                codes(shortages).map(Shortage::valueOf).collect(toSet()),
                signals.stream()
                        .sorted(comparing(StoredSignal::kind))
                        .map(StoredSignal::signal)
                        .toList(),
                codes(grounds).map(Ground::valueOf).collect(toSet()),
                gainLost);
    }

    private static Stream<String> codes(String joined) {
        return joined.isEmpty() ? Stream.empty() : Stream.of(joined.split(" "));
    }
}
