package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.DesignEffect;
import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Cell;
import dk.kvalitetsbro.statistics.findings.Clusters;
import dk.kvalitetsbro.statistics.findings.LastRound;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jdbi.v3.core.Handle;

/**
 * A group's stored result on a theme in the whole municipality, beside its change since the previous round. How much
 * people of one centre resemble each other, and the change, are those of the centres that are shown.
 *
 * @param centres     whose figure is shown
 * @param clusterSize answers at the centre which the average person is in
 * @param gained      whether the previous round found a strength or progress in this cell
 */
record MunicipalCell(
        ThemeCode theme,
        RespondentGroup grp,
        Scale scale,
        int n,
        double mean,
        double variance,
        Optional<Double> alpha,
        int eligible,
        int raters,
        int families,
        Optional<WithheldReason> withheld,
        int centres,
        Optional<Double> clusterSize,
        Optional<Double> icc,
        Optional<Integer> nNow,
        Optional<Integer> nThen,
        Optional<Double> change,
        Optional<Double> standardError,
        Optional<Double> degreesOfFreedom,
        Optional<Double> meanThen,
        Optional<Double> sharedMean,
        Optional<Double> sharedSd,
        boolean gained) {

    static List<MunicipalCell> ofRound(Handle handle, String round) {
        return handle.createQuery(
                        """
                        with past as (
                            select c.theme, c.grp, c.item_set, i.mean
                              from results.comparison c
                              join results.municipal_result p on p.round = c.previous and p.theme = c.theme
                                                             and p.grp = c.grp and p.withheld is null
                              join results.kept_index i on i.round = c.previous and i.theme = c.theme and i.grp = c.grp
                                                       and i.place = c.previous_place
                             where c.round = :round)
                        select m.theme, m.grp, m.scale, m.n, m.mean, m.variance, m.alpha, t.eligible, m.raters, m.families,
                               m.withheld, i.centres, i.cluster_size, v.icc,
                               moved.n_now, moved.n_then, moved.change, moved.standard_error, moved.degrees_of_freedom,
                               past.mean as mean_then, b.mean as shared_mean, b.sd as shared_sd,
                               coalesce(j.status = 'STRENGTH' or progress.kind is not null, false) as gained
                          from results.municipal_result m
                          join results.total_participation t on t.round = m.round and t.area = '' and t.grp = m.grp
                          join results.kept_index i on i.round = m.round and i.theme = m.theme and i.grp = m.grp
                                                   and i.place = 0
                          left join results.variation v on v.round = m.round and v.theme = m.theme and v.grp = m.grp
                          left join past on past.theme = m.theme and past.grp = m.grp
                          left join results.municipal_trend moved on moved.round = m.round and moved.theme = past.theme
                                                                 and moved.grp = past.grp
                          left join results.baseline b on b.theme = past.theme and b.grp = past.grp
                                                      and b.item_set = past.item_set
                          left join results.municipal_judgement j on j.round = moved.previous and j.theme = m.theme
                                                                 and j.grp = m.grp
                          left join results.municipal_signal progress on progress.round = moved.previous
                                and progress.theme = m.theme and progress.grp = m.grp and progress.kind = 'PROGRESS'
                         where m.round = :round
                         order by m.theme, m.grp""")
                .bind("round", round)
                .mapTo(MunicipalCell.class)
                .list();
    }

    Cell cell() {
        return new Cell(
                theme.value(),
                grp,
                scale,
                index(),
                alpha.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                eligible,
                raters,
                families,
                withheld,
                Optional.empty(),
                Optional.empty(),
                clusters(),
                lastRound());
    }

    private Summary index() {
        return new Summary(n, mean, variance);
    }

    /** Leaders answer each for a centre of their own. */
    private Optional<Clusters> clusters() {
        return grp == RespondentGroup.LEADER
                ? Optional.empty()
                : Optional.of(icc.flatMap(correlation ->
                                clusterSize.map(size -> new Clusters(centres, Optional.of(effect(size, correlation)))))
                        .orElse(Clusters.UNKNOWN));
    }

    private static DesignEffect effect(double size, double correlation) {
        return new DesignEffect(size, Math.max(0, correlation));
    }

    private Optional<LastRound> lastRound() {
        return sharedMean.flatMap(center -> sharedSd.flatMap(sd -> inPoints(new Scale500(center, sd))));
    }

    private Optional<LastRound> inPoints(Scale500 points) {
        return moved().flatMap(percent -> meanThen.map(then -> new LastRound(
                nNow.orElse(0),
                nThen.orElse(0),
                points.points(then),
                Optional.of(percent.times((scale.max() - scale.min()) / points.baselineSd())),
                gained)));
    }

    /** In percent of maximum possible. */
    private Optional<Estimate> moved() {
        return change.flatMap(value ->
                standardError.flatMap(error -> degreesOfFreedom.map(freedom -> new Estimate(value, error, freedom))));
    }

    /** How far the mean lies below a level in percent of maximum possible; negative above it. */
    double below(double pomp) {
        return n == 0 ? 0 : pomp - scale.pomp(index()).mean();
    }
}
