package dk.kvalitetsbro.background;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.background.BackgroundResult.Between;
import dk.kvalitetsbro.background.BackgroundResult.OfCategory;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** One theme's results by background as the page's tables: a group at a time, the rounds side by side. */
@RequestScoped
public class BackgroundTables {
    /**
     * One figure.
     *
     * @param figure with its interval; empty where there is none
     * @param beside its n, or what can be said of it; or why nothing is shown
     * @param locked whether something is withheld
     */
    public record Cell(String figure, String beside, boolean locked) {}

    /** A category, or two that are compared, with a cell for each round. */
    public record Row(String name, List<Cell> cells) {}

    public record Table(RespondentGroup group, String name, List<String> rounds, List<Row> means, List<Row> gaps) {}

    private record Pair(String one, String other) {}

    private final Rounds rounds;
    private final Texts texts;

    @Inject
    public BackgroundTables(Rounds rounds, Texts texts) {
        this.rounds = rounds;
        this.texts = texts;
    }

    /** @param results of one background and theme */
    public List<Table> of(List<BackgroundResult> results) {
        Map<RespondentGroup, List<BackgroundResult>> byGroup = results.stream()
                .collect(groupingBy(BackgroundResult::group, () -> new EnumMap<>(RespondentGroup.class), toList()));
        return byGroup.entrySet().stream()
                .map(entry -> table(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Table table(RespondentGroup group, List<BackgroundResult> ofRounds) {
        Map<String, String> names = rounds.published().stream().collect(toMap(Round::code, Round::name));
        return new Table(
                group,
                texts.get("results.group." + group),
                ofRounds.stream()
                        .map(result -> Objects.requireNonNull(names.get(result.round())))
                        .toList(),
                means(ofRounds),
                gaps(ofRounds));
    }

    private List<Row> means(List<BackgroundResult> ofRounds) {
        return rows(ofRounds, BackgroundResult::categories, OfCategory::category, category -> category, this::mean);
    }

    private List<Row> gaps(List<BackgroundResult> ofRounds) {
        return rows(
                ofRounds,
                BackgroundResult::gaps,
                between -> new Pair(between.one(), between.other()),
                pair -> texts.of("background.pair", pair.one(), pair.other()),
                this::gap);
    }

    /** A row for each thing that some round tells of, in the order of the newest that does. */
    private <T, K> List<Row> rows(
            List<BackgroundResult> ofRounds,
            Function<BackgroundResult, List<T>> things,
            Function<T, K> key,
            Function<K, String> name,
            Function<T, Cell> cell) {
        List<Map<K, T>> byKey = ofRounds.stream()
                .map(result -> things.apply(result).stream().collect(toMap(key, Function.identity())))
                .toList();
        return IntStream.iterate(ofRounds.size() - 1, i -> i >= 0, i -> i - 1)
                .mapToObj(ofRounds::get)
                .flatMap(result -> things.apply(result).stream().map(key))
                .distinct()
                .map(one -> new Row(
                        name.apply(one),
                        byKey.stream()
                                .map(round -> Optional.ofNullable(round.get(one))
                                        .map(cell)
                                        .orElse(new Cell("", "–", false)))
                                .toList()))
                .toList();
    }

    private Cell mean(OfCategory category) {
        String n = category.answers()
                .shown()
                .map(answers -> texts.of("background.answers", answers))
                .orElse("");
        return category.mean()
                .shown()
                .map(mean -> new Cell(
                        mean.interval()
                                .map(interval -> figure(mean.pomp().mean(), interval))
                                .orElseGet(() -> one(mean.pomp().mean())),
                        n,
                        false))
                .orElseGet(() -> new Cell(n, texts.get("background.withheld"), true));
    }

    private Cell gap(Between between) {
        return between.gap()
                .shown()
                .map(gap -> gap.map(this::gap)
                        .orElseGet(() -> new Cell("", texts.get("background.verdict.CANNOT_TELL"), false)))
                .orElseGet(() -> new Cell("", texts.get("background.withheld"), true));
    }

    private Cell gap(Gap gap) {
        return new Cell(
                figure(gap.difference().value(), gap.interval()),
                texts.get("background.verdict." + gap.verdict()),
                false);
    }

    private String figure(double value, Interval interval) {
        return texts.of("background.figure", one(value), one(interval.low()), one(interval.high()));
    }

    private String one(double value) {
        return texts.number(value, 1);
    }
}
