package dk.kvalitetsbro.centreresults;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.explanations.ResultCells;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.Results;
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

/** A centre's results as a spreadsheet: the same releases as on the page. */
@RequestScoped
public class ResultsCsv {
    private static final List<String> COLUMNS = Stream.of(
                    List.of("round", "centre", "theme", "themeName", "group"),
                    ResultCells.COLUMNS,
                    List.of("rules", "note"))
            .flatMap(List::stream)
            .toList();

    private final Results results;
    private final Themes themes;
    private final ResultCells cells;
    private final Texts texts;

    @Inject
    public ResultsCsv(Results results, Themes themes, ResultCells cells, Texts texts) {
        this.results = results;
        this.themes = themes;
        this.cells = cells;
        this.texts = texts;
    }

    String of(CentreCode centre, Round round) {
        Map<ThemeCode, Theme> byCode = themes.byCode();
        List<String> foot = List.of(results.ruleVersion(round.code()), texts.get("web.fixedSentence"));
        Spreadsheet sheet = new Spreadsheet("results.csv.", COLUMNS, texts);
        results.ofRound(centre, round.code()).forEach(result -> {
            Theme theme = requireNonNull(byCode.get(result.theme()));
            sheet.add(Stream.of(head(centre, result, theme), cells.of(result), foot)
                    .flatMap(List::stream)
                    .toList());
        });
        return sheet.text();
    }

    private List<String> head(CentreCode centre, GroupResult result, Theme theme) {
        return List.of(
                result.round(),
                centre.value(),
                theme.code().value(),
                texts.pick(theme.name()),
                texts.get("results.group." + result.group()));
    }
}
