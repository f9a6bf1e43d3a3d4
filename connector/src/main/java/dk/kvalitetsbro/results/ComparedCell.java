package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Shrinkage;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import dk.kvalitetsbro.statistics.findings.Cell;
import dk.kvalitetsbro.statistics.findings.LastRound;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A stored result beside everything that it is compared with: the municipality, the baseline of the same items, and the
 * centre's previous round ({@code then}) beside this one ({@code now}) on the items that both asked.
 *
 * @param gained whether the previous round found a strength or progress in this cell
 */
record ComparedCell(
        CentreCode centre,
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
        boolean municipalityShown,
        int municipalN,
        double municipalMean,
        double municipalVariance,
        Optional<Double> betweenSd,
        Optional<Double> withinSd,
        Optional<Double> baselineMean,
        Optional<Double> baselineSd,
        Optional<Integer> nowN,
        Optional<Double> nowMean,
        Optional<Double> nowVariance,
        Optional<Integer> thenN,
        Optional<Double> thenMean,
        Optional<Double> thenVariance,
        Optional<Double> sharedMean,
        Optional<Double> sharedSd,
        boolean gained) {

    /**
     * Each row of a round's results with what it is compared with; bind {@code round}. The previous round's figures are
     * there only where they are shown.
     */
    static final String OF_ROUND =
            """
            select r.centre, r.theme, r.grp, m.scale, r.n, r.mean, r.variance, r.alpha, r.eligible, r.raters, r.families,
                   r.withheld, m.withheld is null as municipality_shown,
                   m.n as municipal_n, m.mean as municipal_mean, m.variance as municipal_variance,
                   v.between_sd, v.within_sd, b.mean as baseline_mean, b.sd as baseline_sd,
                   case when results.kept_withheld(r, c.place) is null then results.kept_n(r, c.place) end as now_n,
                   results.kept_mean(r, c.place) as now_mean, results.kept_variance(r, c.place) as now_variance,
                   case when results.kept_withheld(p, c.previous_place) is null
                        then results.kept_n(p, c.previous_place) end as then_n,
                   results.kept_mean(p, c.previous_place) as then_mean,
                   results.kept_variance(p, c.previous_place) as then_variance,
                   sb.mean as shared_mean, sb.sd as shared_sd,
                   coalesce(j.status = 'STRENGTH' or progress.round is not null, false) as gained
              from results.theme_result r
              join results.municipal_result m on m.round = r.round and m.theme = r.theme and m.grp = r.grp
              left join results.variation v on v.round = r.round and v.theme = r.theme and v.grp = r.grp
              left join results.baseline b on b.theme = m.theme and b.grp = m.grp and b.item_set = m.item_set
              left join results.comparison c on c.round = r.round and c.theme = r.theme and c.grp = r.grp
              left join results.theme_result p on p.round = c.previous and p.centre = r.centre and p.theme = r.theme
                                              and p.grp = r.grp
              left join results.baseline sb on sb.theme = r.theme and sb.grp = r.grp and sb.item_set = c.item_set
              left join results.judgement j on j.round = c.previous and j.centre = r.centre and j.theme = r.theme
                                           and j.grp = r.grp
              left join (select round, centre, theme, grp from results.signal where kind = 'PROGRESS') progress
                     on progress.round = c.previous and progress.centre = r.centre and progress.theme = r.theme
                    and progress.grp = r.grp
             where r.round = :round
             order by r.centre, r.theme, r.grp""";

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
                baseline(),
                municipalityShown ? Optional.of(municipality().minus(index())) : Optional.empty(),
                Optional.empty(),
                lastRound());
    }

    private Summary index() {
        return new Summary(n, mean, variance);
    }

    private Summary municipality() {
        return new Summary(municipalN, municipalMean, municipalVariance);
    }

    private Optional<Scale500> baseline() {
        return baselineMean.flatMap(center -> baselineSd.map(sd -> new Scale500(center, sd)));
    }

    private Optional<LastRound> lastRound() {
        return summary(nowN, nowMean, nowVariance).flatMap(now -> summary(thenN, thenMean, thenVariance)
                .flatMap(then -> sharedMean.flatMap(
                        center -> sharedSd.map(sd -> LastRound.of(now, then, new Scale500(center, sd), gained)))));
    }

    private static Optional<Summary> summary(Optional<Integer> n, Optional<Double> mean, Optional<Double> variance) {
        return n.map(answers -> new Summary(answers, mean.orElse(0.0), variance.orElse(0.0)));
    }

    /**
     * Points below the municipality, drawn towards it the more the fewer answers there are; negative above it. Only for
     * putting themes in order.
     */
    double shrunkenSize() {
        Optional<Shrinkage> shrinkage = !municipalityShown
                ? Optional.empty()
                : betweenSd.flatMap(between -> withinSd.map(within -> new Shrinkage(between, within, municipalMean)));
        return shrinkage
                .flatMap(shrink -> baseline()
                        .map(points -> points.points(municipalMean) - points.points(shrink.estimate(mean, n))))
                .orElse(0.0);
    }
}
