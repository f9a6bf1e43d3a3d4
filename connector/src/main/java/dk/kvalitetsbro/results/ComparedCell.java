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
        Optional<Double> sharedSd) {

    /**
     * Each row of a round's results with what it is compared with; bind {@code round} and {@code previous}. The previous
     * round's figures are there only where they are shown.
     */
    static final String OF_ROUND =
            """
            with both_asked as materialized (
                select m.theme, m.grp, shared.items
                  from results.municipal_result m
                  join results.municipal_result pm on pm.round = :previous and pm.theme = m.theme and pm.grp = m.grp
                 cross join lateral (select results.shared_items(m.item_set, pm.item_set) as items) shared
                 where m.round = :round)
            select r.centre, r.theme, r.grp, m.scale, r.n, r.mean, r.variance, r.alpha, r.eligible, r.raters, r.families,
                   r.withheld, m.withheld is null as municipality_shown,
                   m.n as municipal_n, m.mean as municipal_mean, m.variance as municipal_variance,
                   v.between_sd, v.within_sd, b.mean as baseline_mean, b.sd as baseline_sd,
                   now.n as now_n, now.mean as now_mean, now.variance as now_variance,
                   past.n as then_n, past.mean as then_mean, past.variance as then_variance,
                   sb.mean as shared_mean, sb.sd as shared_sd
              from results.theme_result r
              join results.municipal_result m on m.round = r.round and m.theme = r.theme and m.grp = r.grp
              left join results.variation v on v.round = r.round and v.theme = r.theme and v.grp = r.grp
              left join results.baseline b on b.theme = m.theme and b.grp = m.grp and b.item_set = m.item_set
              left join both_asked s on s.theme = r.theme and s.grp = r.grp
              left join results.kept_index now on now.round = :round and now.centre = r.centre and now.theme = r.theme
                                              and now.grp = r.grp and now.item_set = s.items and now.withheld is null
              left join results.kept_index past on past.round = :previous and past.centre = r.centre
                                               and past.theme = r.theme and past.grp = r.grp
                                               and past.item_set = s.items and past.withheld is null
              left join results.baseline sb on sb.theme = r.theme and sb.grp = r.grp and sb.item_set = s.items
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
                        center -> sharedSd.map(sd -> new LastRound(now, then, new Scale500(center, sd))))));
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
