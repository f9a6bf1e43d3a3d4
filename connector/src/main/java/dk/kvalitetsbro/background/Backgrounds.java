package dk.kvalitetsbro.background;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.background.StoredCategory.Dimension;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** What may be shown of experience by background in published rounds. */
@ApplicationScoped
public class Backgrounds {
    /** Whose whole result on a theme is shown. */
    private record Whole(String round, RespondentGroup group, ThemeCode theme) {}

    private final Jdbi jdbi;
    private final Rounds rounds;
    private final Results results;
    private final Themes themes;

    @Inject
    public Backgrounds(Jdbi jdbi, Rounds rounds, Results results, Themes themes) {
        this.jdbi = jdbi;
        this.rounds = rounds;
        this.results = results;
        this.themes = themes;
    }

    /** @return the backgrounds that were imported for some published round, in the order of their names */
    public List<String> all() {
        return published().stream().map(StoredCategory::background).distinct().toList();
    }

    /** By theme in the municipality's order, by group, and the rounds from the oldest. */
    public List<BackgroundResult> of(String background) {
        List<String> roundOrder = rounds.published().stream().map(Round::code).toList();
        List<ThemeCode> themeOrder = themes.all().stream().map(Theme::code).toList();
        Set<Whole> shown = shown(themeOrder);
        return published().stream()
                .filter(stored -> stored.background().equals(background))
                .collect(groupingBy(StoredCategory::dimension))
                .entrySet()
                .stream()
                .map(entry -> release(entry.getKey(), entry.getValue()))
                .flatMap(release -> release.themes().stream()
                        .map(theme -> release.onTheme(
                                theme,
                                shown.contains(new Whole(
                                        release.dimension().round(),
                                        release.dimension().group(),
                                        theme)))))
                .sorted(comparing((BackgroundResult result) -> themeOrder.indexOf(result.theme()))
                        .thenComparing(BackgroundResult::group)
                        .thenComparing(result -> roundOrder.indexOf(result.round())))
                .toList();
    }

    private List<StoredCategory> published() {
        Set<String> codes = rounds.published().stream().map(Round::code).collect(toSet());
        return jdbi.withHandle(StoredCategory::all).stream()
                .filter(stored -> codes.contains(stored.round()))
                .toList();
    }

    private Set<Whole> shown(List<ThemeCode> ofThemes) {
        return ofThemes.stream()
                .flatMap(theme -> results.ofMunicipality(theme).stream()
                        .filter(result -> result.index().isShown())
                        .map(result -> new Whole(result.round(), result.group(), theme)))
                .collect(toSet());
    }

    private BackgroundRelease release(Dimension dimension, List<StoredCategory> stored) {
        List<RoundTotal> totals = jdbi.withHandle(handle -> RoundTotal.of(handle, dimension));
        return new BackgroundRelease(dimension, stored, totals, rounds.thresholds(dimension.round()));
    }
}
