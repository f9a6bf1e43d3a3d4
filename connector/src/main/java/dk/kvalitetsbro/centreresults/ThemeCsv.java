package dk.kvalitetsbro.centreresults;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.explanations.ResultCells;
import dk.kvalitetsbro.explanations.Whole;
import dk.kvalitetsbro.results.Figure;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.Index;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.web.Spreadsheet;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The table of "Tema" as a spreadsheet: one theme at one centre, all its groups in all published rounds. */
@RequestScoped
public class ThemeCsv {
    private static final List<String> COLUMNS = Stream.of(
                    List.of("round", "centre", "theme", "themeName", "group"),
                    ResultCells.COLUMNS,
                    List.of("chance", "municipality", "rules", "note"))
            .flatMap(List::stream)
            .toList();

    private final Results results;
    private final Rounds rounds;
    private final ResultCells cells;
    private final Texts texts;

    @Inject
    public ThemeCsv(Results results, Rounds rounds, ResultCells cells, Texts texts) {
        this.results = results;
        this.rounds = rounds;
        this.cells = cells;
        this.texts = texts;
    }

    String of(CentreCode centre, Theme theme) {
        Map<String, String> rules =
                rounds.published().stream().map(Round::code).collect(toMap(identity(), results::ruleVersion));
        Whole whole = new Whole(results.ofMunicipality(theme.code()));
        Spreadsheet sheet = new Spreadsheet("results.csv.", COLUMNS, texts);
        results.onTheme(centre, theme.code())
                .forEach(result -> sheet.add(Stream.of(
                                head(centre, theme, result),
                                cells.of(result),
                                beside(result, whole),
                                List.of(requireNonNull(rules.get(result.round())), texts.get("web.fixedSentence")))
                        .flatMap(List::stream)
                        .toList()));
        return sheet.text();
    }

    private List<String> head(CentreCode centre, Theme theme, GroupResult result) {
        return List.of(
                result.round(),
                centre.value(),
                theme.code().value(),
                texts.pick(theme.name()),
                texts.get("results.group." + result.group()));
    }

    private List<String> beside(GroupResult result, Whole whole) {
        return List.of(
                result.figure()
                        .shown()
                        .flatMap(Figure::index)
                        .flatMap(Index::chancePoints)
                        .map(points -> texts.number(points, 0))
                        .orElse(""),
                whole.beside(result).map(mean -> texts.number(mean, 1)).orElse(""));
    }
}
