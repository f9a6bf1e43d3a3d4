package dk.kvalitetsbro.overview;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import dk.kvalitetsbro.organisation.Area;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** "Fund uden tiltag": what the survey called for and nobody has answered yet. It ranks nobody. */
@Controller
@RequestScoped
@Path("kommune/uden-tiltag")
public class OpenFindingsPage {
    /** So many lines are read at once; more are folded by area. */
    private static final int MOST_UNFOLDED = 100;

    /** A line of the list. */
    public record Row(OpenFinding finding, String theme, String round, String since, long days) {}

    /** One area's lines. */
    public record Fold(String area, List<Row> rows) {}

    private final OpenFindings findings;
    private final Organisation organisation;
    private final Themes themes;
    private final Rounds rounds;
    private final Texts texts;
    private final Models models;
    private final Clock clock;

    @Inject
    public OpenFindingsPage(
            OpenFindings findings,
            Organisation organisation,
            Themes themes,
            Rounds rounds,
            Texts texts,
            Models models,
            Clock clock) {
        this.findings = findings;
        this.organisation = organisation;
        this.themes = themes;
        this.rounds = rounds;
        this.texts = texts;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public String show(
            @QueryParam("tema") @DefaultValue("") String theme, @QueryParam("omraade") @DefaultValue("") String area) {
        List<Area> areas = organisation.areas(LocalDate.now(clock));
        List<OpenFinding> all = findings.all();
        List<OpenFinding> chosen = all.stream()
                .filter(finding -> theme.isEmpty() || finding.theme().value().equals(theme))
                .toList();
        List<Row> ofCentres = rows(chosen.stream()
                .filter(finding -> finding.centre().isPresent())
                .filter(finding -> area.isEmpty() || finding.area().equals(area))
                .toList());
        models.put("any", !all.isEmpty());
        models.put("themes", themes.all());
        models.put("areas", areas);
        models.put("theme", theme);
        models.put("area", area);
        models.put(
                "municipal",
                rows(chosen.stream()
                        .filter(finding -> finding.centre().isEmpty())
                        .toList()));
        models.put("centres", ofCentres);
        models.put("folds", ofCentres.size() > MOST_UNFOLDED ? folds(ofCentres, areas) : List.of());
        return "overview/open-findings.xhtml";
    }

    private List<Row> rows(List<OpenFinding> findings) {
        Map<ThemeCode, Theme> byCode = themes.byCode();
        Map<String, String> names = rounds.all().stream().collect(toMap(Round::code, Round::name));
        LocalDate today = LocalDate.now(clock);
        return findings.stream()
                .map(finding -> new Row(
                        finding,
                        texts.pick(requireNonNull(byCode.get(finding.theme())).name()),
                        names.getOrDefault(finding.round(), finding.round()),
                        texts.day(finding.since()),
                        ChronoUnit.DAYS.between(
                                finding.since()
                                        .atZoneSameInstant(clock.getZone())
                                        .toLocalDate(),
                                today)))
                .toList();
    }

    /** Areas in alphabetical order, and last those of centres whose area is gone. */
    private static List<Fold> folds(List<Row> rows, List<Area> areas) {
        Map<String, List<Row>> byArea =
                rows.stream().collect(groupingBy(row -> row.finding().area(), LinkedHashMap::new, toList()));
        Map<String, String> names = new LinkedHashMap<>();
        areas.forEach(area -> names.put(area.code(), area.name()));
        byArea.keySet().forEach(code -> names.putIfAbsent(code, code));
        return names.entrySet().stream()
                .filter(area -> byArea.containsKey(area.getKey()))
                .map(area -> new Fold(area.getValue(), requireNonNull(byArea.get(area.getKey()))))
                .toList();
    }
}
