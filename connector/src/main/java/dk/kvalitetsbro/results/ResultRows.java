package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.BetweenCentreVariation;
import dk.kvalitetsbro.statistics.DesignEffect;
import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.MunicipalMean;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.tallies.AskedTheme;
import dk.kvalitetsbro.tallies.CentreAnswers;
import dk.kvalitetsbro.tallies.ProtectedGroup;
import dk.kvalitetsbro.tallies.Tally;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What is stored of a round's answers: per centre, item and subset of items, for each area and the municipality; each
 * figure with the verdict of disclosure control.
 */
final class ResultRows implements AutoCloseable {
    private final String round;
    private final double confidence;
    private final CopyBuffer themes;
    private final CopyBuffer indexes;
    private final CopyBuffer participation;
    private final CopyBuffer totals;
    private final CopyBuffer areas;
    private final CopyBuffer municipality;
    private final CopyBuffer variation;

    /** @param confidence of intervals, such as 0.95 */
    ResultRows(Handle handle, String round, double confidence) {
        this.round = round;
        this.confidence = confidence;
        this.themes = new CopyBuffer(
                handle,
                """
                results.theme_result (round, centre, theme, grp, n, mean, variance, alpha, eligible, raters, families,
                                      all_alike, withheld, item_n, item_mean, item_variance, items_withheld, subset_n,
                                      subset_mean, subset_variance, subset_withheld)""");
        this.indexes = new CopyBuffer(
                handle,
                """
                results.kept_index (round, theme, grp, place, item_set, centres, cluster_size, n, mean, standard_error,
                                    degrees_of_freedom)""");
        this.participation = new CopyBuffer(
                handle,
                """
                results.participation (round, centre, grp, eligible, answered, raters, families, area, only_in_totals,
                                       withheld)""");
        this.totals = new CopyBuffer(
                handle,
                "results.total_participation (round, area, grp, eligible, answered, raters, families, withheld)");
        this.areas = new CopyBuffer(
                handle,
                """
                results.area_result (round, area, theme, grp, n, mean, variance, raters, families, all_alike,
                                     withheld)""");
        this.municipality = new CopyBuffer(
                handle,
                """
                results.municipal_result (round, theme, grp, scale, item_set, n, mean, variance, raters, families,
                                          all_alike, withheld, alpha)""");
        this.variation = new CopyBuffer(
                handle,
                """
                results.variation (round, theme, grp, centres, n, between_sd, between_low, between_high, within_sd, icc,
                                   icc_low, icc_high)""");
    }

    void add(ProtectedGroup group) {
        group.centres().forEach((centre, given) -> addCentre(group, centre, given));
        group.areas().forEach((area, centres) -> addTotal(group, Place.area(area), centres));
        addTotal(group, Place.MUNICIPALITY, group.centres().keySet());
        group.themeNumbers().forEach(theme -> {
            addIndexes(group, theme);
            group.areas().forEach((area, centres) -> addArea(group, theme, area, centres));
            addMunicipality(group, theme);
            addVariation(group, theme);
        });
    }

    private void addCentre(ProtectedGroup group, CentreCode centre, CentreAnswers given) {
        Tally respondents = given.respondents();
        participation.row(
                round,
                centre,
                group.group(),
                given.eligible(),
                respondents.summary().n(),
                respondents.raters(group.group()),
                respondents.families(group.group()),
                group.area(centre),
                group.onlyInTotals(centre),
                group.turnout(Place.centre(centre.value())));
        given.themes().forEach(theme -> addTheme(group, centre, given.eligible(), theme));
    }

    private void addTheme(ProtectedGroup group, CentreCode centre, int eligible, CentreAnswers.OnTheme theme) {
        Summary index = theme.index().summary();
        String code = theme.asked().theme().value();
        List<Summary> items = theme.items().stream().map(Tally::summary).toList();
        List<Summary> subsets = theme.subsets().stream().map(Tally::summary).toList();
        themes.row(
                round,
                centre,
                code,
                group.group(),
                index.n(),
                index.mean(),
                index.variance(),
                theme.alpha(),
                eligible,
                theme.index().raters(group.group()),
                theme.index().families(group.group()),
                theme.index().allAlike(),
                group.figure(Place.centre(centre.value()), code),
                numbers(items),
                means(items),
                variances(items),
                group.items(centre, theme),
                numbers(subsets),
                means(subsets),
                variances(subsets),
                group.subsets(centre, theme));
    }

    private static int[] numbers(List<Summary> summaries) {
        return summaries.stream()
                .mapToInt(summary -> Math.toIntExact(summary.n()))
                .toArray();
    }

    private static double[] means(List<Summary> summaries) {
        return summaries.stream().mapToDouble(Summary::mean).toArray();
    }

    private static double[] variances(List<Summary> summaries) {
        return summaries.stream().mapToDouble(Summary::variance).toArray();
    }

    /** What the places of the arrays mean, and what the centres whose figure is shown come to together. */
    private void addIndexes(ProtectedGroup group, int theme) {
        AskedTheme asked = group.themes().get(theme);
        List<CentreAnswers.OnTheme> shown = group.shown(theme).stream()
                .map(centre -> group.onTheme(centre, theme))
                .toList();
        addIndex(group.group(), asked, 0, asked.itemSet(), shown.stream().map(CentreAnswers.OnTheme::index));
        for (int subset = 0; subset < asked.subsets().size(); subset++) {
            int at = subset;
            addIndex(
                    group.group(),
                    asked,
                    subset + 1,
                    asked.subsets().get(subset).itemSet(),
                    shown.stream().map(on -> on.subsets().get(at)).filter(group::mayBeShown));
        }
    }

    private void addIndex(RespondentGroup group, AskedTheme theme, int place, String itemSet, Stream<Tally> shown) {
        List<Summary> centres = shown.map(Tally::summary).toList();
        Optional<MunicipalMean> together = MunicipalMean.of(centres);
        Optional<Estimate> estimate = together.flatMap(MunicipalMean::estimate);
        indexes.row(
                round,
                theme.theme(),
                group,
                place,
                itemSet,
                together.map(MunicipalMean::centres).orElse(0),
                together.map(answered -> DesignEffect.clusterSize(centres)),
                together.map(all -> all.answers().n()).orElse(0L),
                together.map(all -> all.answers().mean()),
                estimate.map(Estimate::standardError),
                estimate.map(Estimate::degreesOfFreedom));
    }

    private void addTotal(ProtectedGroup group, Place place, Collection<CentreCode> centres) {
        Tally respondents = group.respondents(centres);
        totals.row(
                round,
                place.code(),
                group.group(),
                group.eligible(centres),
                respondents.summary().n(),
                respondents.raters(group.group()),
                respondents.families(group.group()),
                group.turnout(place));
    }

    private void addArea(ProtectedGroup group, int theme, String area, List<CentreCode> centres) {
        Tally index = group.together(centres, theme);
        Summary summary = index.summary();
        String code = group.themes().get(theme).theme().value();
        areas.row(
                round,
                area,
                code,
                group.group(),
                summary.n(),
                summary.mean(),
                summary.variance(),
                index.raters(group.group()),
                index.families(group.group()),
                index.allAlike(),
                group.figure(Place.area(area), code));
    }

    private void addMunicipality(ProtectedGroup group, int theme) {
        AskedTheme asked = group.themes().get(theme);
        Tally index = group.together(group.centres().keySet(), theme);
        Summary summary = index.summary();
        municipality.row(
                round,
                asked.theme(),
                group.group(),
                asked.scale(),
                asked.itemSet(),
                summary.n(),
                summary.mean(),
                summary.variance(),
                index.raters(group.group()),
                index.families(group.group()),
                index.allAlike(),
                group.figure(Place.MUNICIPALITY, asked.theme().value()),
                group.alpha(theme));
    }

    private void addVariation(ProtectedGroup group, int theme) {
        List<Summary> shown = group.shown(theme).stream()
                .map(centre -> group.onTheme(centre, theme).index().summary())
                .toList();
        BetweenCentreVariation.of(shown, confidence)
                .ifPresent(found -> addVariation(group.group(), group.themes().get(theme), found));
    }

    private void addVariation(RespondentGroup group, AskedTheme theme, BetweenCentreVariation found) {
        variation.row(
                round,
                theme.theme(),
                group,
                found.centres(),
                found.answers(),
                found.tau(),
                found.tauInterval().low(),
                found.tauInterval().high(),
                found.withinSd(),
                found.rawCorrelation(),
                found.rawCorrelationInterval().low(),
                found.rawCorrelationInterval().high());
    }

    @Override
    public void close() {
        themes.close();
        indexes.close();
        participation.close();
        totals.close();
        areas.close();
        municipality.close();
        variation.close();
    }
}
