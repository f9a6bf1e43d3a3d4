package dk.kvalitetsbro.background;

import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.background.BackgroundResult.Between;
import dk.kvalitetsbro.background.BackgroundResult.OfCategory;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Spreadsheet;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Everything that the page may show, for a spreadsheet in the reader's language: a line for each mean and each gap. */
@RequestScoped
public class BackgroundCsv {
    private static final List<String> COLUMNS = List.of(
            "background",
            "theme",
            "themeName",
            "group",
            "round",
            "category",
            "comparedWith",
            "n",
            "pomp",
            "low",
            "high",
            "verdict",
            "reason",
            "note");

    private final Backgrounds backgrounds;
    private final Themes themes;
    private final Texts texts;

    @Inject
    public BackgroundCsv(Backgrounds backgrounds, Themes themes, Texts texts) {
        this.backgrounds = backgrounds;
        this.themes = themes;
        this.texts = texts;
    }

    String write() {
        Map<ThemeCode, Bilingual> names =
                themes.all().stream().collect(toMap(theme -> theme.code(), theme -> theme.name()));
        Spreadsheet sheet = new Spreadsheet("background.csv.", COLUMNS, texts);
        for (String background : backgrounds.all()) {
            for (BackgroundResult result : backgrounds.of(background)) {
                List<String> about = List.of(
                        background,
                        result.theme().value(),
                        texts.pick(Objects.requireNonNull(names.get(result.theme()))),
                        texts.get("results.group." + result.group()),
                        result.round());
                result.categories().forEach(category -> write(sheet, about, cells(category)));
                result.gaps().forEach(between -> write(sheet, about, cells(between)));
            }
        }
        return sheet.text();
    }

    private void write(Spreadsheet sheet, List<String> about, List<String> cells) {
        sheet.add(Stream.of(about, cells, List.of(texts.get("web.fixedSentence")))
                .flatMap(List::stream)
                .toList());
    }

    private List<String> cells(OfCategory category) {
        Optional<CategoryMean> mean = category.mean().shown();
        Optional<Interval> interval = mean.flatMap(CategoryMean::interval);
        return List.of(
                category.category(),
                "",
                category.answers().shown().map(n -> texts.number(n, 0)).orElse(""),
                mean.map(shown -> one(shown.pomp().mean())).orElse(""),
                interval.map(Interval::low).map(this::one).orElse(""),
                interval.map(Interval::high).map(this::one).orElse(""),
                "",
                why(category.mean()));
    }

    private List<String> cells(Between between) {
        Optional<Gap> gap = between.gap().shown().flatMap(shown -> shown);
        Optional<Interval> interval = gap.map(Gap::interval);
        String verdict = gap.map(Gap::verdict).orElse(Gap.Verdict.CANNOT_TELL).name();
        return List.of(
                between.one(),
                between.other(),
                "",
                gap.map(shown -> one(shown.difference().value())).orElse(""),
                interval.map(Interval::low).map(this::one).orElse(""),
                interval.map(Interval::high).map(this::one).orElse(""),
                between.gap().isShown() ? texts.get("background.verdict." + verdict) : "",
                why(between.gap()));
    }

    private String why(Release<?> release) {
        return release.isShown() ? "" : texts.get("background.withheld");
    }

    private String one(double value) {
        return texts.number(value, 1);
    }
}
