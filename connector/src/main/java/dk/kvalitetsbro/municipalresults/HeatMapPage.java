package dk.kvalitetsbro.municipalresults;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.Area;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.results.GroupResult;
import dk.kvalitetsbro.results.MunicipalResult;
import dk.kvalitetsbro.results.Results;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Round;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Spreadsheet;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** "Temaer pr. dagtilbud": how one group experiences every theme at every centre, in alphabetical order. */
@RequestScoped
@Path("kommune")
public class HeatMapPage {
    private static final int CENTRES_A_PAGE = 25;

    /** Leaders are never shown for a centre. */
    private static final Set<RespondentGroup> GROUPS = EnumSet.complementOf(EnumSet.of(RespondentGroup.LEADER));

    private final Results results;
    private final HeatMapRows map;
    private final HeatMapCsv csv;
    private final Rounds rounds;
    private final Themes themes;
    private final Organisation organisation;
    private final AuditLog audit;
    private final Models models;
    private final Clock clock;

    @Inject
    public HeatMapPage(
            Results results,
            HeatMapRows map,
            HeatMapCsv csv,
            Rounds rounds,
            Themes themes,
            Organisation organisation,
            AuditLog audit,
            Models models,
            Clock clock) {
        this.results = results;
        this.map = map;
        this.csv = csv;
        this.rounds = rounds;
        this.themes = themes;
        this.organisation = organisation;
        this.audit = audit;
        this.models = models;
        this.clock = clock;
    }

    @GET
    @Controller
    @Path("resultater")
    public String show(
            @QueryParam("runde") @DefaultValue("") String chosen,
            @QueryParam("gruppe") @DefaultValue("") String groupName,
            @QueryParam("omraade") @DefaultValue("") String area,
            @QueryParam("side") @DefaultValue("1") int page) {
        Optional<Round> round = rounds.publishedOrNewest(chosen);
        models.put("rounds", rounds.published());
        models.put("round", round.orElse(null));
        models.put("groups", GROUPS);
        models.put("today", LocalDate.now(clock));
        round.ifPresent(published -> show(published, group(groupName), area, page));
        return "municipalresults/heat-map.xhtml";
    }

    private void show(Round round, RespondentGroup group, String area, int page) {
        List<Area> areas = organisation.areas(round.closes());
        List<MunicipalResult> municipality = of(group, results.municipality(round.code()));
        List<Theme> asked = themes.all().stream()
                .filter(theme ->
                        municipality.stream().anyMatch(result -> result.theme().equals(theme.code())))
                .toList();
        Set<CentreCode> withResults = results.centres(round.code(), group);
        List<Centre> centres = organisation.centres(round.closes()).stream()
                .filter(centre -> withResults.contains(centre.code()))
                .filter(centre -> area.isEmpty() || centre.areaCode().equals(area))
                .toList();
        PageOf<Centre> turnedTo = PageOf.of(centres, CENTRES_A_PAGE, page);
        List<GroupResult> onPage = results.ofCentres(
                round.code(), group, turnedTo.rows().stream().map(Centre::code).toList());
        models.put("group", group);
        models.put("area", area);
        models.put("areas", areas);
        models.put("themes", asked);
        models.put("municipality", map.municipality(municipality, asked));
        areas.stream()
                .filter(each -> each.code().equals(area))
                .findFirst()
                .ifPresent(shown -> putArea(round, shown, group, asked));
        models.put("ruleVersion", results.ruleVersion(round.code()));
        models.put("centres", turnedTo.with(map.rows(turnedTo.rows(), asked, onPage)));
    }

    private void putArea(Round round, Area area, RespondentGroup group, List<Theme> asked) {
        models.put("areaShown", area);
        models.put("areaCells", map.municipality(of(group, results.ofArea(round.code(), area.code())), asked));
    }

    private static List<MunicipalResult> of(RespondentGroup group, List<MunicipalResult> results) {
        return results.stream().filter(result -> result.group() == group).toList();
    }

    @GET
    @Path("resultater.csv")
    public Response export(
            @QueryParam("runde") @DefaultValue("") String chosen,
            @QueryParam("gruppe") @DefaultValue("") String groupName) {
        Round round = rounds.publishedOrNewest(chosen).orElseThrow(NotFoundException::new);
        RespondentGroup group = group(groupName);
        audit.add("results.exported", "kommune", round.code() + " " + group);
        return Spreadsheet.download("kommune-" + round.code() + "-" + group, csv.of(round, group));
    }

    /** Anything but a group that can be shown for a centre means children. */
    private static RespondentGroup group(String name) {
        return GROUPS.stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElse(RespondentGroup.CHILD);
    }
}
