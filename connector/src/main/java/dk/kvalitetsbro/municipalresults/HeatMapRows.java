package dk.kvalitetsbro.municipalresults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.explanations.Drawn;
import dk.kvalitetsbro.explanations.Reasons;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.results.Figure;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.Index;
import dk.kvalitetsbro.results.MunicipalResult;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.findings.Status;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One group's results on every theme at every centre, in words and figures: the table that a heat map is drawn in. */
@RequestScoped
public class HeatMapRows {
    /**
     * A result.
     *
     * @param missing   why there are no figures; empty when there are
     * @param locked    whether they are missing to protect those who answered
     * @param undecided whether there is too little data for a conclusion
     */
    public record Cell(
            String pomp, String interval, String n, String missing, boolean locked, boolean undecided, Drawn drawn) {}

    /** A centre, with a cell for each theme. */
    public record Row(Centre centre, List<Cell> cells) {}

    private final Texts texts;
    private final Reasons reasons;

    @Inject
    public HeatMapRows(Texts texts, Reasons reasons) {
        this.texts = texts;
        this.reasons = reasons;
    }

    /** @return a row for each of these centres that has results, in the same order */
    List<Row> rows(List<Centre> centres, List<Theme> themes, List<GroupResult> results) {
        Map<CentreCode, List<GroupResult>> byCentre = results.stream().collect(groupingBy(GroupResult::centre));
        return centres.stream()
                .filter(centre -> byCentre.containsKey(centre.code()))
                .map(centre -> new Row(centre, cells(byCentre.getOrDefault(centre.code(), List.of()), themes)))
                .toList();
    }

    private List<Cell> cells(List<GroupResult> results, List<Theme> themes) {
        Map<ThemeCode, Release<Figure>> byTheme =
                results.stream().collect(toMap(GroupResult::theme, GroupResult::figure));
        return themes.stream()
                .map(theme -> cell(
                        byTheme.get(theme.code()),
                        Figure::index,
                        figure -> figure.judgement().status() == Status.NOT_ENOUGH_DATA))
                .toList();
    }

    /** @return a cell for each theme */
    List<Cell> municipality(List<MunicipalResult> results, List<Theme> themes) {
        Map<ThemeCode, Release<Index>> byTheme =
                results.stream().collect(toMap(MunicipalResult::theme, MunicipalResult::index));
        return themes.stream()
                .map(theme -> cell(byTheme.get(theme.code()), Optional::of, index -> false))
                .toList();
    }

    private <T> Cell cell(
            @Nullable Release<T> release, Function<T, Optional<Index>> index, Function<T, Boolean> undecided) {
        if (release == null) {
            return missing(texts.get("results.map.absent"), false);
        }
        return release.withheld()
                .map(reason -> missing(reasons.withheldShort(reason), true))
                .orElseGet(() -> index.apply(release.shown().orElseThrow())
                        .map(shown ->
                                shown(shown, undecided.apply(release.shown().orElseThrow())))
                        .orElseGet(() -> missing(texts.get("results.map.itemsOnly"), false)));
    }

    private Cell shown(Index index, boolean undecided) {
        return new Cell(
                whole(index.pomp()),
                index.pompInterval().map(this::interval).orElse(""),
                whole(index.summary().n()),
                "",
                false,
                undecided,
                Drawn.of(Optional.of(index)));
    }

    private static Cell missing(String why, boolean locked) {
        return new Cell("", "", "", why, locked, false, Drawn.of(Optional.empty()));
    }

    private String interval(Interval interval) {
        return texts.of("results.theme.interval", whole(interval.low()), whole(interval.high()));
    }

    private String whole(double value) {
        return texts.number(value, 0);
    }
}
