package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Shrinkage;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
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
        boolean allAlike,
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
        Optional<Integer> nowRaters,
        Optional<Integer> nowFamilies,
        Optional<Boolean> nowAllAlike,
        Optional<Integer> thenN,
        Optional<Double> thenMean,
        Optional<Double> thenVariance,
        Optional<Integer> thenRaters,
        Optional<Integer> thenFamilies,
        Optional<Boolean> thenAllAlike,
        Optional<Double> sharedMean,
        Optional<Double> sharedSd) {

    /** Each row of a round's results with what it is compared with; bind {@code round} and {@code previous}. */
    static final String OF_ROUND =
            """
            with both_asked as materialized (
                select m.theme, m.grp, shared.items, shared.items = m.item_set as all_of_now,
                       shared.items = pm.item_set as all_of_then
                  from results.municipal_result m
                  join results.municipal_result pm on pm.round = :previous and pm.theme = m.theme and pm.grp = m.grp
                 cross join lateral (select results.shared_items(m.item_set, pm.item_set) as items) shared
                 where m.round = :round)
            select r.centre, r.theme, r.grp, m.scale, r.n, r.mean, r.variance, r.alpha, r.eligible, r.raters, r.families,
                   r.all_alike, m.n as municipal_n, m.mean as municipal_mean, m.variance as municipal_variance,
                   m.between_sd, m.within_sd, b.mean as baseline_mean, b.sd as baseline_sd,
                   case when s.all_of_now then r.n else ns.n end as now_n,
                   case when s.all_of_now then r.mean else ns.mean end as now_mean,
                   case when s.all_of_now then r.variance else ns.variance end as now_variance,
                   case when s.all_of_now then r.raters else ns.raters end as now_raters,
                   case when s.all_of_now then r.families else ns.families end as now_families,
                   case when s.all_of_now then r.all_alike else ns.all_alike end as now_all_alike,
                   case when s.all_of_then then p.n else ps.n end as then_n,
                   case when s.all_of_then then p.mean else ps.mean end as then_mean,
                   case when s.all_of_then then p.variance else ps.variance end as then_variance,
                   case when s.all_of_then then p.raters else ps.raters end as then_raters,
                   case when s.all_of_then then p.families else ps.families end as then_families,
                   case when s.all_of_then then p.all_alike else ps.all_alike end as then_all_alike,
                   sb.mean as shared_mean, sb.sd as shared_sd
              from results.theme_result r
              join results.municipal_result m on m.round = r.round and m.theme = r.theme and m.grp = r.grp
              left join results.baseline b on b.theme = m.theme and b.grp = m.grp and b.item_set = m.item_set
              left join both_asked s on s.theme = r.theme and s.grp = r.grp
              left join results.subset_result ns on ns.round = :round and ns.centre = r.centre and ns.theme = r.theme
                                                and ns.grp = r.grp and ns.item_set = s.items
              left join results.theme_result p on p.round = :previous and p.centre = r.centre and p.theme = r.theme
                                              and p.grp = r.grp
              left join results.subset_result ps on ps.round = :previous and ps.centre = r.centre and ps.theme = r.theme
                                                and ps.grp = r.grp and ps.item_set = s.items
              left join results.baseline sb on sb.theme = r.theme and sb.grp = r.grp and sb.item_set = s.items
             where r.round = :round
             order by r.centre, r.theme, r.grp""";

    /**
     * @param rule         decides what may be told about this round
     * @param previousRule decides what may be told about the previous one
     */
    Cell cell(DisclosureRule rule, DisclosureRule previousRule) {
        return new Cell(
                theme.value(),
                grp,
                scale,
                index(),
                alpha.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                eligible,
                raters,
                families,
                allAlike,
                baseline(),
                Optional.of(municipality().minus(index())),
                lastRound(rule, previousRule));
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

    private Optional<LastRound> lastRound(DisclosureRule rule, DisclosureRule previousRule) {
        Optional<Summary> now = told(rule, nowN, nowMean, nowVariance, nowRaters, nowFamilies, nowAllAlike);
        Optional<Summary> then =
                told(previousRule, thenN, thenMean, thenVariance, thenRaters, thenFamilies, thenAllAlike);
        Optional<Scale500> points = sharedMean.flatMap(center -> sharedSd.map(sd -> new Scale500(center, sd)));
        return now.flatMap(here -> then.flatMap(there -> points.map(scale500 -> new LastRound(here, there, scale500))));
    }

    private Optional<Summary> told(
            DisclosureRule rule,
            Optional<Integer> answers,
            Optional<Double> mean,
            Optional<Double> variance,
            Optional<Integer> raters,
            Optional<Integer> families,
            Optional<Boolean> allAlike) {
        return answers.filter(count -> rule.withholdAtCentre(
                                new Counts(grp, count, families.orElse(0), raters.orElse(0), allAlike.orElse(false)))
                        .isEmpty())
                .map(count -> new Summary(count, mean.orElse(0.0), variance.orElse(0.0)));
    }

    /**
     * Points below the municipality, drawn towards it the more the fewer answers there are; negative above it. Only for
     * putting themes in order.
     */
    double shrunkenSize() {
        Optional<Shrinkage> shrinkage =
                betweenSd.flatMap(between -> withinSd.map(within -> new Shrinkage(between, within, municipalMean)));
        return shrinkage
                .flatMap(shrink -> baseline()
                        .map(points -> points.points(municipalMean) - points.points(shrink.estimate(mean, n))))
                .orElse(0.0);
    }
}
