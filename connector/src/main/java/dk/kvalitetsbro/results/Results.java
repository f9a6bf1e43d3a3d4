package dk.kvalitetsbro.results;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.ResponseRate;
import dk.kvalitetsbro.statistics.findings.FindingRules;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.surveys.Questionnaire;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * What may be shown of published rounds. Every figure leaves as a {@link Release} by the verdict that was stored with it
 * when its round closed. A centre without findings of its own, as childminding, has no figures of its own either.
 */
@ApplicationScoped
public class Results {
    private final Jdbi jdbi;
    private final Rounds rounds;
    private final Questionnaire questionnaire;
    private final Themes themes;

    @Inject
    public Results(Jdbi jdbi, Rounds rounds, Questionnaire questionnaire, Themes themes) {
        this.jdbi = jdbi;
        this.rounds = rounds;
        this.questionnaire = questionnaire;
        this.themes = themes;
    }

    /** How many of each group answered at the centre, of those invited; groups that nobody invited are missing. */
    public Map<RespondentGroup, Release<ResponseRate>> responseRates(CentreCode centre, String round) {
        return byGroup(jdbi.withHandle(handle -> StoredParticipation.at(handle, centre, round)));
    }

    /** How many of each group answered in the whole municipality, of those invited. */
    public Map<RespondentGroup, Release<ResponseRate>> municipalResponseRates(String round) {
        return byGroup(jdbi.withHandle(handle -> StoredParticipation.ofMunicipality(handle, round)));
    }

    private static Map<RespondentGroup, Release<ResponseRate>> byGroup(List<StoredParticipation> stored) {
        Map<RespondentGroup, Release<ResponseRate>> rates = new EnumMap<>(RespondentGroup.class);
        stored.forEach(participation -> rates.put(participation.grp(), participation.release()));
        return rates;
    }

    /** The centre's results of one round, theme by theme in the municipality's order, and group by group. */
    public List<GroupResult> ofRound(CentreCode centre, String round) {
        return released(jdbi.withHandle(handle -> StoredResult.ofRound(handle, centre, round)));
    }

    /** The centre's results on one theme in all published rounds, the oldest first, and group by group. */
    public List<GroupResult> onTheme(CentreCode centre, ThemeCode theme) {
        return released(jdbi.withHandle(handle -> StoredResult.onTheme(handle, centre, theme)));
    }

    /**
     * One group's results of one round at all centres that have figures of their own, centre by centre in the order of
     * their codes, and theme by theme.
     */
    public List<GroupResult> ofAllCentres(String round, RespondentGroup group) {
        return released(jdbi.withHandle(handle -> StoredResult.ofGroup(handle, group, round))).stream()
                .sorted(comparing(result -> result.centre().value()))
                .toList();
    }

    /** The centres that have figures of their own for the group in the published round. */
    public Set<CentreCode> centres(String round, RespondentGroup group) {
        return jdbi.withHandle(handle -> StoredResult.centres(handle, group, round));
    }

    /** As {@link #ofAllCentres}, at these centres only and in no particular order of them. */
    public List<GroupResult> ofCentres(String round, RespondentGroup group, List<CentreCode> centres) {
        return released(jdbi.withHandle(handle -> StoredResult.ofGroup(handle, group, round, centres)));
    }

    private List<GroupResult> released(List<StoredResult> stored) {
        Function<String, Thresholds> thresholds = thresholds();
        List<String> roundOrder = rounds.published().stream().map(Round::code).toList();
        List<ThemeCode> themeOrder = List.copyOf(themes.byCode().keySet());
        return stored.stream()
                .map(result -> result.release(thresholds.apply(result.round())))
                .sorted(comparing((GroupResult result) -> roundOrder.indexOf(result.round()))
                        .thenComparing(result -> themeOrder.indexOf(result.theme()))
                        .thenComparing(GroupResult::group))
                .toList();
    }

    /** @return the thresholds of a round, read once however often they are asked for */
    private Function<String, Thresholds> thresholds() {
        Map<String, Thresholds> read = new HashMap<>();
        return round -> read.computeIfAbsent(round, rounds::thresholds);
    }

    /**
     * How the centre's groups have moved on one theme from each published round to the next, the oldest first. A group
     * that did not answer in both is missing.
     */
    public List<Trend> trends(CentreCode centre, ThemeCode theme) {
        List<String> roundOrder = rounds.published().stream().map(Round::code).toList();
        Function<String, Thresholds> thresholds = thresholds();
        return jdbi.withHandle(handle -> StoredTrend.onTheme(handle, centre, theme)).stream()
                .map(stored -> stored.release(thresholds.apply(stored.earlier()), thresholds.apply(stored.later())))
                .sorted(comparing(Trend::group).thenComparing(trend -> roundOrder.indexOf(trend.to())))
                .toList();
    }

    /** What the finding on a theme rests on; none where the centre has no finding of its own in a published round. */
    public Optional<Working> working(CentreCode centre, String round, ThemeCode theme) {
        return jdbi.withHandle(handle -> Working.of(handle, centre, round, theme));
    }

    /** @return the version of the rules that the round was judged by */
    public String ruleVersion(String round) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select rule_version from results.round_result where round = :round")
                        .bind("round", round)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(FindingRules.RULE_VERSION));
    }

    /** The municipality's results on one theme in all published rounds. */
    public List<MunicipalResult> ofMunicipality(ThemeCode theme) {
        Function<String, Thresholds> thresholds = thresholds();
        return jdbi.withHandle(handle -> StoredMunicipality.onTheme(handle, theme)).stream()
                .map(stored -> stored.release(thresholds.apply(stored.round())))
                .toList();
    }

    /** The municipality's results of one round, theme by theme and group by group. */
    public List<MunicipalResult> municipality(String round) {
        return totals(round, jdbi.withHandle(handle -> StoredMunicipality.ofRound(handle, round)));
    }

    /** One area's results of one round, childminding included, theme by theme and group by group. */
    public List<MunicipalResult> ofArea(String round, String area) {
        return totals(round, jdbi.withHandle(handle -> StoredMunicipality.ofArea(handle, round, area)));
    }

    private List<MunicipalResult> totals(String round, List<StoredMunicipality> stored) {
        List<ThemeCode> themeOrder = List.copyOf(themes.byCode().keySet());
        Thresholds thresholds = rounds.thresholds(round);
        return stored.stream()
                .map(total -> total.release(thresholds))
                .sorted(comparing((MunicipalResult result) -> themeOrder.indexOf(result.theme()))
                        .thenComparing(MunicipalResult::group))
                .toList();
    }

    /** How much centres differ in one published round, theme by theme and group by group; none where fewer than two are shown. */
    public List<Variation> variation(String round) {
        List<ThemeCode> themeOrder = List.copyOf(themes.byCode().keySet());
        return jdbi.withHandle(handle -> StoredVariation.ofRound(handle, round)).stream()
                .map(StoredVariation::variation)
                .sorted(comparing((Variation variation) -> themeOrder.indexOf(variation.theme()))
                        .thenComparing(Variation::group))
                .toList();
    }

    /**
     * How the municipality moved from the previous published round to this one, theme by theme and group by group; none of
     * themes on which the two cannot be compared.
     */
    public List<MunicipalTrend> municipalTrends(String round) {
        List<ThemeCode> themeOrder = List.copyOf(themes.byCode().keySet());
        double confidence = rounds.thresholds(round).confidence();
        return jdbi.withHandle(handle -> MunicipalTrends.of(handle, round)).stream()
                .map(row -> row.trend(confidence))
                .sorted(comparing((MunicipalTrend trend) -> themeOrder.indexOf(trend.theme()))
                        .thenComparing(MunicipalTrend::group))
                .toList();
    }

    /**
     * The answers to the theme's items that were asked in the round, in the questionnaire's order. Those of a group
     * are withheld wherever its result is, and all of them where one item's own answers are too few or all alike.
     */
    public List<ItemResult> items(CentreCode centre, String round, ThemeCode theme) {
        return items(
                round,
                jdbi.withHandle(handle -> StoredItem.onTheme(handle, centre, round, theme)),
                ofRound(centre, round));
    }

    /** As {@link #items(CentreCode, String, ThemeCode)}, to the items of all themes. */
    public List<ItemResult> items(CentreCode centre, String round) {
        return items(
                round, jdbi.withHandle(handle -> StoredItem.ofRound(handle, centre, round)), ofRound(centre, round));
    }

    private List<ItemResult> items(String round, List<StoredItem> items, List<GroupResult> results) {
        Thresholds thresholds = rounds.thresholds(round);
        Map<String, StoredItem> stored = items.stream().collect(toMap(StoredItem::item, Function.identity()));
        Set<ItemSets.About> judged = results.stream()
                .map(result -> new ItemSets.About(result.theme(), result.group()))
                .collect(toSet());
        return judged.stream()
                .map(ItemSets.About::group)
                .distinct()
                .sorted()
                .flatMap(group -> questionnaire.items(group).stream())
                .filter(item -> stored.containsKey(item.code()))
                .filter(item -> judged.contains(new ItemSets.About(item.theme(), item.group())))
                .map(item -> new ItemResult(
                        item, requireNonNull(stored.get(item.code())).release(item.scale(), thresholds)))
                .toList();
    }
}
