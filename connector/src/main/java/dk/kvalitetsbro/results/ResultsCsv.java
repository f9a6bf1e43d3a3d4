package dk.kvalitetsbro.results;

import de.siegmar.fastcsv.writer.CsvWriter;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A centre's results as a spreadsheet: the same releases as on the page. It is written as a spreadsheet program in the
 * reader's language reads it: semicolons, the language's own decimal sign, and a byte order mark.
 */
@RequestScoped
public class ResultsCsv {
    private static final String BYTE_ORDER_MARK = "\ufeff";
    private static final int FIGURES = 7;
    private static final List<String> COLUMNS = List.of(
            "round",
            "centre",
            "theme",
            "themeName",
            "group",
            "n",
            "mean",
            "sd",
            "pomp",
            "low",
            "high",
            "points",
            "status",
            "reason",
            "rules",
            "note");

    private final Results results;
    private final Rounds rounds;
    private final Themes themes;
    private final Reasons reasons;
    private final Texts texts;

    @Inject
    public ResultsCsv(Results results, Rounds rounds, Themes themes, Reasons reasons, Texts texts) {
        this.results = results;
        this.rounds = rounds;
        this.themes = themes;
        this.reasons = reasons;
        this.texts = texts;
    }

    String of(CentreCode centre, Round round) {
        Thresholds thresholds = rounds.thresholds(round.code());
        Map<ThemeCode, Theme> byCode = themes.byCode();
        StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
        CsvWriter csv = CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(text);
        csv.writeRecord(COLUMNS.stream()
                .map(column -> texts.get("results.csv." + column))
                .toList());
        String rules = results.ruleVersion(round.code());
        results.ofRound(centre, round.code()).forEach(result -> {
            List<String> row = row(centre, result, Objects.requireNonNull(byCode.get(result.theme())), thresholds);
            row.add(rules);
            row.add(texts.get("web.fixedSentence"));
            csv.writeRecord(row);
        });
        return text.toString();
    }

    private List<String> row(CentreCode centre, GroupResult result, Theme theme, Thresholds thresholds) {
        Optional<Figure> figure = result.figure().shown();
        List<String> row = new ArrayList<>(List.of(
                result.round(),
                centre.value(),
                theme.code().value(),
                texts.pick(theme.name()),
                texts.get("results.group." + result.group())));
        row.addAll(figure.map(this::figures).orElseGet(() -> Collections.nCopies(FIGURES, "")));
        row.add(figure.map(
                        shown -> texts.get("results.status." + shown.judgement().status()))
                .orElse(""));
        row.add(whyNot(result, thresholds));
        return row;
    }

    private List<String> figures(Figure figure) {
        return Stream.concat(
                        Stream.of(texts.number(figure.respondents(), 0)),
                        figure
                                .index()
                                .map(this::figures)
                                .orElseGet(() -> Collections.nCopies(FIGURES - 1, ""))
                                .stream())
                .toList();
    }

    private List<String> figures(Index index) {
        return List.of(
                texts.number(index.summary().mean(), 2),
                texts.number(index.pompSd(), 1),
                texts.number(index.pomp(), 1),
                index.pompInterval().map(Interval::low).map(this::one).orElse(""),
                index.pompInterval().map(Interval::high).map(this::one).orElse(""),
                index.points().map(points -> texts.number(points, 0)).orElse(""));
    }

    private String one(double value) {
        return texts.number(value, 1);
    }

    private String whyNot(GroupResult result, Thresholds thresholds) {
        return result.figure()
                .withheld()
                .map(reason -> reasons.withheld(reason, thresholds))
                .orElseGet(() -> result.figure().shown().flatMap(Figure::index).isPresent()
                        ? ""
                        : texts.get("results.theme.itemsOnly"));
    }
}
