package dk.kvalitetsbro.centreresults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.explanations.FindingCards;
import dk.kvalitetsbro.explanations.WorkedOut;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.results.Finding;
import dk.kvalitetsbro.results.Findings;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** "Tema": what lies behind a theme at a centre, group by group and round by round. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/temaer/{theme}")
public class ThemePage {
    private final Results results;
    private final Findings findings;
    private final FindingCards cards;
    private final ThemeRows rows;
    private final TrendRows trends;
    private final WorkedOut workedOut;
    private final Rounds rounds;
    private final Themes themes;
    private final Organisation organisation;
    private final Models models;
    private final Clock clock;

    @Inject
    public ThemePage(
            Results results,
            Findings findings,
            FindingCards cards,
            ThemeRows rows,
            TrendRows trends,
            WorkedOut workedOut,
            Rounds rounds,
            Themes themes,
            Organisation organisation,
            Models models,
            Clock clock) {
        this.results = results;
        this.findings = findings;
        this.cards = cards;
        this.rows = rows;
        this.trends = trends;
        this.workedOut = workedOut;
        this.rounds = rounds;
        this.themes = themes;
        this.organisation = organisation;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public String show(
            @PathParam("centre") CentreCode code,
            @PathParam("theme") String themeCode,
            @QueryParam("runde") @DefaultValue("") String chosen) {
        Centre centre = organisation.centre(code).orElseThrow(NotFoundException::new);
        Theme theme = theme(themeCode);
        List<GroupResult> onTheme = results.onTheme(centre.code(), theme.code());
        models.put("centre", centre);
        models.put("theme", theme);
        models.put("rounds", rounds.published());
        Optional<Round> round = rounds.publishedOrNewest(chosen);
        models.put("round", round.orElse(null));
        models.put("today", LocalDate.now(clock));
        models.put("any", !onTheme.isEmpty());
        models.put("absent", absent(rounds.published(), onTheme));
        if (!onTheme.isEmpty()) {
            round.ifPresent(published -> show(centre, theme, published, onTheme));
        }
        return "centreresults/theme.xhtml";
    }

    private void show(Centre centre, Theme theme, Round round, List<GroupResult> onTheme) {
        Thresholds thresholds = rounds.thresholds(round.code());
        List<Finding> finding = findings.of(centre.code(), round.code()).stream()
                .filter(found -> found.theme().code().equals(theme.code()))
                .toList();
        List<GroupResult> ofRound = onTheme.stream()
                .filter(result -> result.round().equals(round.code()))
                .toList();
        models.put(
                "card",
                cards.of(finding, ofRound, thresholds).stream().findFirst().orElse(null));
        results.working(centre.code(), round.code(), theme.code())
                .ifPresent(working -> models.put("workedOut", workedOut.of(working, ofRound, thresholds)));
        Map<String, Thresholds> byRound = rounds.published().stream()
                .collect(toMap(Round::code, published -> rounds.thresholds(published.code())));
        models.put("ruleVersion", results.ruleVersion(round.code()));
        models.put("trends", trends.of(results.trends(centre.code(), theme.code())));
        models.put("rows", rows.table(onTheme, results.ofMunicipality(theme.code()), byRound));
        models.put(
                "items",
                rows.items(results.items(centre.code(), round.code(), theme.code())).stream()
                        .collect(groupingBy(ThemeRows.ItemRow::group, LinkedHashMap::new, toList()))
                        .entrySet());
        models.put("minimum", thresholds.minimumAnswers());
        models.put("minimumRaters", DisclosureRule.MINIMUM_RATERS);
    }

    /** The names of the rounds that the centre took no part in on this theme: it cannot be compared with those. */
    static List<String> absent(List<Round> published, List<GroupResult> onTheme) {
        Set<String> told = onTheme.stream().map(GroupResult::round).collect(toSet());
        return published.stream()
                .filter(round -> !told.contains(round.code()))
                .map(Round::name)
                .toList();
    }

    private Theme theme(String code) {
        return themes.all().stream()
                .filter(theme -> theme.code().value().equals(code))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
