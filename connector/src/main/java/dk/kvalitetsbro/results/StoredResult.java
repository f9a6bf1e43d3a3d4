package dk.kvalitetsbro.results;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Judgement;
import dk.kvalitetsbro.statistics.findings.Shortage;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** A group's result on a theme with its judgement, before anybody has asked whether it may be shown. */
record StoredResult(Cell cell, List<StoredSignal> signals) {
    /** The alpha below which a figure is read with caution. */
    private static final double SOLID_ALPHA = 0.70;

    /** Its row. */
    record Cell(
            String round,
            CentreCode centre,
            ThemeCode theme,
            RespondentGroup grp,
            Scale scale,
            int n,
            double mean,
            double variance,
            Optional<Double> alpha,
            Optional<Double> baselineMean,
            Optional<Double> baselineSd,
            Status status,
            Optional<WithheldReason> withheld,
            String shortages,
            String grounds,
            boolean gainLost) {}

    /** A cell without a judgement is not read: childminding has no figures of its own. */
    private static final String CELLS =
            """
            select c.round, c.centre, c.theme, c.grp, m.scale, c.n, c.mean, c.variance, c.alpha, c.withheld,
                   b.mean as baseline_mean, b.sd as baseline_sd, j.status,
                   array_to_string(j.shortages, ' ') as shortages, array_to_string(j.grounds, ' ') as grounds,
                   j.gain_lost
              from results.theme_result c
              join results.round_result r on r.round = c.round and r.published is not null
              join results.judgement j on j.round = c.round and j.centre = c.centre and j.theme = c.theme
                                      and j.grp = c.grp
              join results.municipal_result m on m.round = c.round and m.theme = c.theme and m.grp = c.grp
              left join results.baseline b on b.theme = m.theme and b.grp = m.grp and b.item_set = m.item_set
             where\s""";

    private static final String SIGNALS = "select * from results.signal c where ";

    static List<StoredResult> ofRound(Handle handle, CentreCode centre, String round) {
        return read(handle, "c.centre = :centre and c.round = :round", query -> query.bind("centre", centre)
                .bind("round", round));
    }

    static List<StoredResult> onTheme(Handle handle, CentreCode centre, ThemeCode theme) {
        return read(handle, "c.centre = :centre and c.theme = :theme", query -> query.bind("centre", centre)
                .bind("theme", theme));
    }

    static List<StoredResult> ofGroup(Handle handle, RespondentGroup group, String round) {
        return read(handle, "c.round = :round and c.grp = :group", query -> query.bind("group", group)
                .bind("round", round));
    }

    static List<StoredResult> ofGroup(Handle handle, RespondentGroup group, String round, List<CentreCode> centres) {
        return read(handle, "c.round = :round and c.grp = :group and c.centre = any (:centres)", query -> query.bind(
                        "group", group)
                .bind("round", round)
                .bindArray(
                        "centres",
                        String.class,
                        centres.stream().map(CentreCode::value).toList()));
    }

    /** @return where {@link #ofGroup(Handle, RespondentGroup, String)} finds something */
    static Set<CentreCode> centres(Handle handle, RespondentGroup group, String round) {
        return handle.createQuery(
                        """
                        select distinct j.centre from results.judgement j
                          join results.round_result r on r.round = j.round and r.published is not null
                         where j.round = :round and j.grp = :group""")
                .bind("group", group)
                .bind("round", round)
                .mapTo(CentreCode.class)
                .collect(toSet());
    }

    private interface Binding {
        Query to(Query query);
    }

    private static List<StoredResult> read(Handle handle, String which, Binding binding) {
        Map<StoredSignal.Of, List<StoredSignal>> signals =
                binding.to(handle.createQuery(SIGNALS + which)).mapTo(StoredSignal.class).stream()
                        .collect(groupingBy(StoredSignal::of));
        return binding.to(handle.createQuery(CELLS + which)).mapTo(Cell.class).stream()
                .map(cell -> new StoredResult(
                        cell,
                        signals.getOrDefault(
                                new StoredSignal.Of(cell.round(), Optional.of(cell.centre()), cell.theme(), cell.grp()),
                                List.of())))
                .toList();
    }

    String round() {
        return cell.round();
    }

    GroupResult release(Thresholds thresholds) {
        return new GroupResult(
                cell.round(),
                cell.centre(),
                cell.theme(),
                cell.grp(),
                Disclosure.byVerdict(cell.withheld(), () -> figure(thresholds)));
    }

    private Figure figure(Thresholds thresholds) {
        Judgement judgement = judgement();
        boolean single = judgement.shortages().contains(Shortage.LOW_ALPHA);
        return new Figure(cell.n(), single ? Optional.empty() : Optional.of(index(thresholds)), judgement);
    }

    private Index index(Thresholds thresholds) {
        return new Index(
                cell.scale(),
                new Summary(cell.n(), cell.mean(), cell.variance()),
                cell.baselineMean().flatMap(mean -> cell.baselineSd().map(sd -> new Scale500(mean, sd))),
                thresholds.confidence(),
                cell.alpha().orElse(0.0) < SOLID_ALPHA);
    }

    private Judgement judgement() {
        return new StoredJudgement(cell.status(), cell.withheld(), cell.shortages(), cell.grounds(), cell.gainLost())
                .of(cell.theme(), cell.grp(), signals);
    }
}
