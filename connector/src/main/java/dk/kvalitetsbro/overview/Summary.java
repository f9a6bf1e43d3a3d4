package dk.kvalitetsbro.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dk.kvalitetsbro.competence.CoursesGiven;
import dk.kvalitetsbro.explanations.RateTiles;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.results.MunicipalTrend;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.TrendSummary;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Goals;
import dk.kvalitetsbro.themes.Level;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What whoever decides about the whole reads on one page: aims, how far the survey has come, what moved, whether centres
 * have come closer, what was done about it. Every result is one that another page shows, released by the same verdicts.
 */
@RequestScoped
public class Summary {
    /** How one group's themes moved. */
    public record GroupTrend(String group, TrendSummary summary) {}

    /** A goal of the municipality's own, and the themes in which answers tell about it. */
    public record Aim(String goal, List<String> themes) {}

    private final Rounds rounds;
    private final Results results;
    private final RateTiles rates;
    private final Themes themes;
    private final Goals goals;
    private final Organisation organisation;
    private final DecisionCounts decisions;
    private final CoursesGiven courses;
    private final Models models;
    private final Texts texts;
    private final Clock clock;

    @Inject
    public Summary(
            Rounds rounds,
            Results results,
            RateTiles rates,
            Themes themes,
            Goals goals,
            Organisation organisation,
            DecisionCounts decisions,
            CoursesGiven courses,
            Models models,
            Texts texts,
            Clock clock) {
        this.rounds = rounds;
        this.results = results;
        this.rates = rates;
        this.themes = themes;
        this.goals = goals;
        this.organisation = organisation;
        this.decisions = decisions;
        this.courses = courses;
        this.models = models;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * Puts the municipality's part of the page into the models.
     *
     * @param group whose view of the differences between centres is shown
     */
    void putMunicipality(RespondentGroup group) {
        LocalDate today = LocalDate.now(clock);
        List<Round> all = rounds.all();
        List<Round> published = rounds.published();
        models.put("today", today);
        models.put("rounds", all);
        models.put("published", published);
        List<Theme> inUse = themes.inUse();
        models.put("aims", aims(inUse));
        models.put("focus", inUse.stream().filter(Theme::focus).toList());
        models.put("decisions", decisions.together());
        CoursesGiven.Counts given = courses.count();
        models.put("courses", given.municipality());
        models.put("hours", given.hours());
        models.put(
                "institutions",
                organisation.centres(today).stream().map(Centre::name).toList());
        Optional<Round> newest = rounds.newestPublished();
        models.put("round", newest.orElse(null));
        newest.ifPresent(round -> putResults(round, published, group));
    }

    private List<Aim> aims(List<Theme> inUse) {
        return goals.pursued().stream()
                .filter(goal -> goal.level() == Level.MUNICIPAL)
                .map(goal -> new Aim(
                        texts.pick(goal.text()),
                        inUse.stream()
                                .filter(theme -> goal.themes().contains(theme.code()))
                                .map(theme -> texts.pick(theme.name()))
                                .sorted(Collator.getInstance(texts.locale()))
                                .toList()))
                .toList();
    }

    private void putResults(Round round, List<Round> published, RespondentGroup group) {
        models.put("municipalTiles", rates.of(results.municipalResponseRates(round.code())));
        models.put("trends", trends(results.municipalTrends(round.code())));
        models.put("group", group);
        models.put(
                "groups",
                List.of(
                        RespondentGroup.CHILD,
                        RespondentGroup.CONTACT_PEDAGOGUE,
                        RespondentGroup.PEDAGOGUE,
                        RespondentGroup.PARENT));
        models.put(
                "spreads",
                Spreads.of(
                        group,
                        published.stream().map(Round::code).toList(),
                        published.stream()
                                .flatMap(each -> results.variation(each.code()).stream())
                                .toList(),
                        themes.all(),
                        texts));
        models.put("ruleVersion", results.ruleVersion(round.code()));
    }

    private List<GroupTrend> trends(List<MunicipalTrend> trends) {
        Map<RespondentGroup, List<MunicipalTrend>> byGroup = trends.stream()
                .collect(groupingBy(MunicipalTrend::group, () -> new EnumMap<>(RespondentGroup.class), toList()));
        return byGroup.entrySet().stream()
                .map(entry -> new GroupTrend(
                        texts.get("results.group." + entry.getKey()),
                        TrendSummary.of(entry.getValue().stream()
                                .map(MunicipalTrend::direction)
                                .toList())))
                .toList();
    }
}
