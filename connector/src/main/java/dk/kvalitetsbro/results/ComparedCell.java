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
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A stored result beside everything that it is compared with: the municipality, the baseline of the same items, and the
 * centre's previous round where it asked the same items.
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
        Optional<Integer> previousN,
        Optional<Double> previousMean,
        Optional<Double> previousVariance,
        Optional<Integer> previousRaters,
        Optional<Integer> previousFamilies,
        Optional<Boolean> previousAllAlike) {

    /** Each row of a round's results with what it is compared with; bind {@code round} and {@code previous}. */
    static final String OF_ROUND =
            """
            select r.centre, r.theme, r.grp, m.scale, r.n, r.mean, r.variance, r.alpha, r.eligible, r.raters, r.families,
                   r.all_alike, m.n as municipal_n, m.mean as municipal_mean, m.variance as municipal_variance,
                   m.between_sd, m.within_sd, b.mean as baseline_mean, b.sd as baseline_sd,
                   p.n as previous_n, p.mean as previous_mean, p.variance as previous_variance,
                   p.raters as previous_raters, p.families as previous_families, p.all_alike as previous_all_alike
              from results.theme_result r
              join results.municipal_result m on m.round = r.round and m.theme = r.theme and m.grp = r.grp
              left join results.baseline b on b.theme = m.theme and b.grp = m.grp and b.item_set = m.item_set
              left join results.municipal_result pm on pm.round = :previous and pm.theme = m.theme and pm.grp = m.grp
                                                   and pm.item_set = m.item_set
              left join results.theme_result p on p.round = pm.round and p.centre = r.centre and p.theme = r.theme
                                              and p.grp = r.grp
             where r.round = :round
             order by r.centre, r.theme, r.grp""";

    /** @param rule of the previous round, which decides whether that round may be told about */
    Cell cell(DisclosureRule rule) {
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
                previous(rule));
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

    private Optional<Summary> previous(DisclosureRule rule) {
        return previousN
                .filter(answers -> rule.withholdAtCentre(new Counts(
                                grp,
                                answers,
                                previousFamilies.orElse(0),
                                previousRaters.orElse(0),
                                previousAllAlike.orElse(false)))
                        .isEmpty())
                .map(answers -> new Summary(answers, previousMean.orElse(0.0), previousVariance.orElse(0.0)));
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
