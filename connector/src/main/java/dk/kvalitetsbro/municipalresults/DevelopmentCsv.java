package dk.kvalitetsbro.municipalresults;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.results.MunicipalTrend;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.results.Variation;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
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

/** The tables of "Kommunens udvikling" as a spreadsheet: every published round, all groups and themes. */
@RequestScoped
public class DevelopmentCsv {
    private static final List<String> COLUMNS = List.of(
            "round", "theme", "themeName", "group", "kind", "value", "low", "high", "centres", "n", "rules", "note");

    private final Results results;
    private final Rounds rounds;
    private final Themes themes;
    private final Texts texts;

    @Inject
    public DevelopmentCsv(Results results, Rounds rounds, Themes themes, Texts texts) {
        this.results = results;
        this.rounds = rounds;
        this.themes = themes;
        this.texts = texts;
    }

    String ofAllRounds() {
        Map<ThemeCode, Theme> byCode = themes.byCode();
        Spreadsheet sheet = new Spreadsheet("results.csv.", COLUMNS, texts);
        for (Round round : rounds.published()) {
            String rules = results.ruleVersion(round.code());
            Stream.concat(
                            results.municipalTrends(round.code()).stream().map(trend -> row(trend, byCode)),
                            results.variation(round.code()).stream().flatMap(variation -> rows(variation, byCode)))
                    .map(row -> Stream.concat(row.stream(), Stream.of(rules, texts.get("web.fixedSentence")))
                            .toList())
                    .forEach(sheet::add);
        }
        return sheet.text();
    }

    private List<String> row(MunicipalTrend trend, Map<ThemeCode, Theme> byCode) {
        return row(
                trend.to(),
                requireNonNull(byCode.get(trend.theme())),
                trend.group(),
                texts.of("results.csv.change", trend.from()),
                one(trend.change().value()),
                trend.interval(),
                trend.centresNow(),
                trend.answersNow());
    }

    private Stream<List<String>> rows(Variation variation, Map<ThemeCode, Theme> byCode) {
        Theme theme = requireNonNull(byCode.get(variation.theme()));
        return Stream.of(
                row(
                        variation.round(),
                        theme,
                        variation.group(),
                        texts.get("results.csv.tau"),
                        one(variation.betweenSd()),
                        variation.betweenSdInterval(),
                        variation.centres(),
                        variation.respondents()),
                row(
                        variation.round(),
                        theme,
                        variation.group(),
                        texts.get("results.csv.icc"),
                        one(100 * variation.correlation()),
                        new Interval(
                                100 * variation.correlationInterval().low(),
                                100 * variation.correlationInterval().high()),
                        variation.centres(),
                        variation.respondents()));
    }

    private List<String> row(
            String round,
            Theme theme,
            RespondentGroup group,
            String kind,
            String value,
            Interval interval,
            int centres,
            long respondents) {
        return List.of(
                round,
                theme.code().value(),
                texts.pick(theme.name()),
                texts.get("results.group." + group),
                kind,
                value,
                one(interval.low()),
                one(interval.high()),
                texts.number(centres, 0),
                texts.number(respondents, 0));
    }

    private String one(double value) {
        return texts.number(value, 1);
    }
}
