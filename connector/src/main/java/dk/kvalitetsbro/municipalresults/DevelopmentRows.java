package dk.kvalitetsbro.municipalresults;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dk.kvalitetsbro.results.MunicipalTrend;
import dk.kvalitetsbro.results.Variation;
import dk.kvalitetsbro.statistics.BetweenCentreVariation;
import dk.kvalitetsbro.statistics.Direction;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.TrendSummary;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The municipality's development in words and figures. */
@RequestScoped
public class DevelopmentRows {
    /** How one group's themes moved. */
    public record GroupTrend(String group, TrendSummary summary, List<ThemeTrend> themes) {}

    /** How one theme moved. */
    public record ThemeTrend(
            String theme, Direction direction, String change, String interval, String answers, String basis) {}

    /** How far centres lay apart on one theme, by the code of the round. */
    public record ThemeVariation(String theme, Map<String, Spread> rounds) {}

    /**
     * How far centres lay apart in one round.
     *
     * @param words what the figures come to, where they do not speak for themselves; may be empty
     */
    public record Spread(
            String round, String between, String interval, String correlation, String centres, String words) {}

    private final Themes themes;
    private final Texts texts;

    @Inject
    public DevelopmentRows(Themes themes, Texts texts) {
        this.themes = themes;
        this.texts = texts;
    }

    /** @param trends of one round, theme by theme */
    List<GroupTrend> trends(List<MunicipalTrend> trends) {
        Map<ThemeCode, Theme> byCode = themes.byCode();
        return trends.stream()
                .collect(groupingBy(MunicipalTrend::group, () -> new EnumMap<>(RespondentGroup.class), toList()))
                .entrySet()
                .stream()
                .map(group -> new GroupTrend(
                        texts.get("results.group." + group.getKey()),
                        TrendSummary.of(group.getValue().stream()
                                .map(MunicipalTrend::direction)
                                .toList()),
                        group.getValue().stream()
                                .map(trend -> row(trend, requireNonNull(byCode.get(trend.theme()))))
                                .toList()))
                .toList();
    }

    private ThemeTrend row(MunicipalTrend trend, Theme theme) {
        return new ThemeTrend(
                texts.pick(theme.name()),
                trend.direction(),
                signed(trend.change().value()),
                texts.of(
                        "results.trend.interval",
                        signed(trend.interval().low()),
                        signed(trend.interval().high())),
                texts.of("results.trend.answers", whole(trend.answersThen()), whole(trend.answersNow())),
                texts.of(
                        trend.shared() == trend.asked() ? "results.trend.SAME_ITEMS" : "results.trend.SHARED_ITEMS",
                        trend.shared(),
                        trend.asked()));
    }

    /** @param variation of all rounds, the oldest first */
    List<ThemeVariation> variation(RespondentGroup group, List<Variation> variation) {
        Map<ThemeCode, Theme> byCode = themes.byCode();
        return variation.stream()
                .filter(each -> each.group() == group)
                .collect(groupingBy(Variation::theme, LinkedHashMap::new, toList()))
                .entrySet()
                .stream()
                .map(theme -> new ThemeVariation(
                        texts.pick(requireNonNull(byCode.get(theme.getKey())).name()), spreads(theme.getValue())))
                .toList();
    }

    private Map<String, Spread> spreads(List<Variation> rounds) {
        Map<String, Spread> spreads = new LinkedHashMap<>();
        rounds.forEach(variation -> spreads.put(variation.round(), spread(variation)));
        return spreads;
    }

    private Spread spread(Variation variation) {
        boolean told = variation.floor() != BetweenCentreVariation.Floor.WHOLE_INTERVAL;
        Interval between = variation.betweenSdInterval();
        Interval correlation = variation.shownCorrelationInterval();
        return new Spread(
                variation.round(),
                texts.number(variation.betweenSd(), 1),
                told ? texts.of("results.variation.interval", one(between.low()), one(between.high())) : "",
                told
                        ? texts.of(
                                "results.variation.share",
                                whole(100 * variation.shownCorrelation()),
                                whole(100 * correlation.low()),
                                whole(100 * correlation.high()))
                        : "",
                whole(variation.centres()),
                variation.floor() == BetweenCentreVariation.Floor.UNUSED
                        ? ""
                        : texts.get("results.variation." + variation.floor()));
    }

    private String one(double value) {
        return texts.number(value, 1);
    }

    private String signed(double value) {
        return (value >= 0.5 ? "+" : "") + whole(value).replace('-', '−');
    }

    private String whole(double value) {
        return texts.number(Math.round(value), 0);
    }
}
