package dk.kvalitetsbro.municipalresults;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.explanations.ResultCells;
import dk.kvalitetsbro.explanations.Whole;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Spreadsheet;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** "Temaer pr. dagtilbud" as a spreadsheet: a row for each centre and theme, in the page's order. */
@RequestScoped
public class HeatMapCsv {
    private static final List<String> COLUMNS = Stream.of(
                    List.of("round", "centre", "centreName", "area", "theme", "themeName", "group"),
                    ResultCells.COLUMNS,
                    List.of("municipality", "rules", "note"))
            .flatMap(List::stream)
            .toList();

    private final Results results;
    private final Themes themes;
    private final Organisation organisation;
    private final ResultCells cells;
    private final Texts texts;

    @Inject
    public HeatMapCsv(Results results, Themes themes, Organisation organisation, ResultCells cells, Texts texts) {
        this.results = results;
        this.themes = themes;
        this.organisation = organisation;
        this.cells = cells;
        this.texts = texts;
    }

    String of(Round round, RespondentGroup group) {
        Map<ThemeCode, Theme> byCode = themes.byCode();
        Map<CentreCode, List<GroupResult>> byCentre =
                results.ofAllCentres(round.code(), group).stream().collect(groupingBy(GroupResult::centre));
        Whole whole = new Whole(results.municipality(round.code()));
        List<String> foot = List.of(results.ruleVersion(round.code()), texts.get("web.fixedSentence"));
        Spreadsheet sheet = new Spreadsheet("results.csv.", COLUMNS, texts);
        for (Centre centre : organisation.centres(round.closes())) {
            for (GroupResult result : byCentre.getOrDefault(centre.code(), List.of())) {
                Theme theme = requireNonNull(byCode.get(result.theme()));
                sheet.add(Stream.of(head(centre, theme, result), cells.of(result), List.of(beside(result, whole)), foot)
                        .flatMap(List::stream)
                        .toList());
            }
        }
        return sheet.text();
    }

    private List<String> head(Centre centre, Theme theme, GroupResult result) {
        return List.of(
                result.round(),
                centre.code().value(),
                centre.name(),
                centre.areaCode(),
                theme.code().value(),
                texts.pick(theme.name()),
                texts.get("results.group." + result.group()));
    }

    private String beside(GroupResult result, Whole whole) {
        return whole.beside(result).map(mean -> texts.number(mean, 1)).orElse("");
    }
}
