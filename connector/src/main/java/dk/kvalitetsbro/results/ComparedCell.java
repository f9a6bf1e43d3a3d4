package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Cell;
import dk.kvalitetsbro.statistics.findings.LastRound;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A stored result beside the centre's previous round ({@code then}) and this one ({@code now}) on the items that both
 * asked.
 *
 * @param gained whether the previous round found a strength or progress in this cell
 */
record ComparedCell(
        CentreCode centre,
        ThemeCode theme,
        RespondentGroup grp,
        int n,
        double mean,
        double variance,
        Optional<Double> alpha,
        int eligible,
        int raters,
        int families,
        Optional<WithheldReason> withheld,
        Optional<Integer> nowN,
        Optional<Double> nowMean,
        Optional<Double> nowVariance,
        Optional<Integer> thenN,
        Optional<Double> thenMean,
        Optional<Double> thenVariance,
        boolean gained) {

    /**
     * Each row of a round's results with what it is compared with; bind {@code round} and {@code previous}, null for a first
     * round. The previous round's figures are there only where they are shown.
     */
    static final String OF_ROUND =
            """
            select r.centre, r.theme, r.grp, r.n, r.mean, r.variance, r.alpha, r.eligible, r.raters, r.families,
                   r.withheld,
                   case when results.kept_withheld(r, c.place) is null then results.kept_n(r, c.place) end as now_n,
                   results.kept_mean(r, c.place) as now_mean, results.kept_variance(r, c.place) as now_variance,
                   p.n as then_n, p.mean as then_mean, p.variance as then_variance,
                   coalesce(j.status = 'STRENGTH' or progress.round is not null, false) as gained
              from results.theme_result r
              left join results.comparison c on c.round = r.round and c.theme = r.theme and c.grp = r.grp
              left join (select t.centre, t.theme, t.grp, results.kept_n(t, each.previous_place) as n,
                                results.kept_mean(t, each.previous_place) as mean,
                                results.kept_variance(t, each.previous_place) as variance
                           from results.theme_result t
                           join results.comparison each on each.round = :round and each.theme = t.theme
                                                       and each.grp = t.grp
                          where t.round = :previous and results.kept_withheld(t, each.previous_place) is null) p
                     on p.centre = r.centre and p.theme = r.theme and p.grp = r.grp
              left join results.judgement j on j.round = :previous and j.centre = r.centre and j.theme = r.theme
                                           and j.grp = r.grp
              left join results.signal progress on progress.round = :previous and progress.kind = 'PROGRESS'
                    and progress.centre = r.centre and progress.theme = r.theme and progress.grp = r.grp
             where r.round = :round
             order by r.centre, r.theme, r.grp""";

    Cell cell(Yardstick yardstick) {
        return new Cell(
                theme.value(),
                grp,
                yardstick.scale(),
                index(),
                alpha.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                eligible,
                raters,
                families,
                withheld,
                yardstick.baseline(),
                yardstick.others(index()),
                Optional.empty(),
                yardstick.sharedBaseline().flatMap(this::lastRound));
    }

    Summary index() {
        return new Summary(n, mean, variance);
    }

    private Optional<LastRound> lastRound(Scale500 points) {
        return summary(nowN, nowMean, nowVariance).flatMap(now -> summary(thenN, thenMean, thenVariance)
                .map(then -> LastRound.of(now, then, points, gained)));
    }

    private static Optional<Summary> summary(Optional<Integer> n, Optional<Double> mean, Optional<Double> variance) {
        return n.map(answers -> new Summary(answers, mean.orElse(0.0), variance.orElse(0.0)));
    }
}
