package dk.kvalitetsbro.results;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** A group's judgement in the whole municipality with its figure, before anybody has asked whether it may be shown. */
record StoredMunicipalVoice(Row row, List<StoredSignal> signals) {

    /** @param status of the theme, beside that of the group */
    record Row(
            ThemeCode theme,
            Status status,
            RespondentGroup grp,
            Status groupStatus,
            Optional<WithheldReason> withheld,
            String shortages,
            String grounds,
            boolean gainLost,
            Scale scale,
            int n,
            double mean,
            double variance) {}

    /** In the order of the themes, and in each by group. */
    static List<StoredMunicipalVoice> ofRound(Handle handle, String round) {
        Map<StoredSignal.Of, List<StoredSignal>> signals = handle
                .createQuery("select s.*, null as centre from results.municipal_signal s where s.round = :round")
                .bind("round", round)
                .mapTo(StoredSignal.class)
                .stream()
                .collect(groupingBy(StoredSignal::of));
        return handle
                .createQuery(
                        """
                        select f.theme, f.status, j.grp, j.status as group_status, m.withheld,
                               array_to_string(j.shortages, ' ') as shortages, array_to_string(j.grounds, ' ') as grounds,
                               j.gain_lost, m.scale, m.n, m.mean, m.variance
                          from results.municipal_finding f
                          join results.municipal_judgement j on j.round = f.round and j.theme = f.theme
                          join results.municipal_result m on m.round = f.round and m.theme = f.theme and m.grp = j.grp
                          join results.round_result r on r.round = f.round and r.published is not null
                         where f.round = :round
                         order by f.position, array_position(:groups, j.grp)""")
                .bind("round", round)
                .bindArray("groups", String.class, Findings.groupNames())
                .mapTo(Row.class)
                .stream()
                .map(row -> new StoredMunicipalVoice(
                        row,
                        signals.getOrDefault(
                                new StoredSignal.Of(round, Optional.empty(), row.theme(), row.grp()), List.of())))
                .toList();
    }

    ThemeVoices.Voice voice() {
        return new ThemeVoices.Voice(
                row.grp(),
                row.groupStatus(),
                signals.stream().map(StoredSignal::kind).collect(toSet()),
                row.gainLost());
    }

    Release<MunicipalFigure> release() {
        return Disclosure.byVerdict(
                row.withheld(),
                () -> new MunicipalFigure(
                        row.n(),
                        row.scale()
                                .pomp(new Summary(row.n(), row.mean(), row.variance()))
                                .mean(),
                        judgement()));
    }

    private Judgement judgement() {
        return new StoredJudgement(row.groupStatus(), row.withheld(), row.shortages(), row.grounds(), row.gainLost())
                .of(row.theme(), row.grp(), signals);
    }
}
