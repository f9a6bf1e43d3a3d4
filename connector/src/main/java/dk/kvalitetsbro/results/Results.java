package dk.kvalitetsbro.results;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.ResponseRate;
import dk.kvalitetsbro.statistics.findings.FindingRules;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.surveys.Item;
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
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * What may be shown of published rounds. Every figure leaves as a {@link Release} by the minimum that was locked for its
 * round. A centre without findings of its own, as childminding, has no figures of its own either.
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
        Disclosure disclosure = disclosure(rounds.thresholds(round));
        Map<RespondentGroup, Release<ResponseRate>> rates = new EnumMap<>(RespondentGroup.class);
        jdbi.useHandle(handle -> StoredParticipation.at(handle, centre, round)
                .forEach(stored -> rates.put(stored.grp(), disclosure.atCentre(stored.counts(), stored::rate))));
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

    private List<GroupResult> released(List<StoredResult> stored) {
        Map<String, Thresholds> thresholds = new HashMap<>();
        List<String> roundOrder = rounds.published().stream().map(Round::code).toList();
        List<ThemeCode> themeOrder = List.copyOf(themes.byCode().keySet());
        return stored.stream()
                .map(result -> result.release(thresholds.computeIfAbsent(result.round(), rounds::thresholds)))
                .sorted(comparing((GroupResult result) -> roundOrder.indexOf(result.round()))
                        .thenComparing(result -> themeOrder.indexOf(result.theme()))
                        .thenComparing(GroupResult::group))
                .toList();
    }

    /**
     * How the centre's groups have moved on one theme from each published round to the next, the oldest first. A group
     * that did not answer in both is missing.
     */
    public List<Trend> trends(CentreCode centre, ThemeCode theme) {
        List<String> roundOrder = rounds.published().stream().map(Round::code).toList();
        return jdbi.withHandle(handle -> StoredTrend.onTheme(handle, centre, theme)).stream()
                .map(stored -> stored.release(rounds.thresholds(stored.earlier()), rounds.thresholds(stored.later())))
                .sorted(comparing(Trend::group).thenComparing(trend -> roundOrder.indexOf(trend.to())))
                .toList();
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
        return jdbi.withHandle(handle -> StoredMunicipality.onTheme(handle, theme)).stream()
                .map(stored -> stored.release(rounds.thresholds(stored.round())))
                .toList();
    }

    /**
     * The answers to the theme's items that were asked in the round, in the questionnaire's order. They are withheld
     * wherever the group's result is, and where an item's own answers are too few or all alike.
     */
    public List<ItemResult> items(CentreCode centre, String round, ThemeCode theme) {
        Thresholds thresholds = rounds.thresholds(round);
        Map<RespondentGroup, Release<Figure>> whole = ofRound(centre, round).stream()
                .filter(result -> result.theme().equals(theme))
                .collect(toMap(GroupResult::group, GroupResult::figure));
        Map<String, StoredItem> stored =
                jdbi.withHandle(handle -> StoredItem.onTheme(handle, centre, round, theme)).stream()
                        .collect(toMap(StoredItem::item, Function.identity()));
        return whole.keySet().stream()
                .sorted()
                .flatMap(group -> questionnaire.items(group).stream())
                .filter(item -> stored.containsKey(item.code()))
                .map(item -> new ItemResult(item, released(item, stored, whole, thresholds)))
                .toList();
    }

    private static Release<Index> released(
            Item item,
            Map<String, StoredItem> stored,
            Map<RespondentGroup, Release<Figure>> whole,
            Thresholds thresholds) {
        Optional<Release<Index>> withGroup = Optional.ofNullable(whole.get(item.group()))
                .flatMap(Release::withheld)
                .map(Release.Withheld::new);
        return withGroup.orElseGet(() -> requireNonNull(stored.get(item.code())).release(item.scale(), thresholds));
    }

    static Disclosure disclosure(Thresholds thresholds) {
        return Disclosure.withMinimum(thresholds.minimumAnswers());
    }
}
