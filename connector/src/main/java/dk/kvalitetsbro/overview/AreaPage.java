package dk.kvalitetsbro.overview;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.competence.CoursesGiven;
import dk.kvalitetsbro.competence.Progress;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.surveys.Rounds;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** "Mit område": how far the area's centres have come with what they decided, as counts and without names. */
@Controller
@RequestScoped
@Path("omraade")
public class AreaPage {
    /** One centre of the area. */
    public record Row(Centre centre, Decisions decisions, Release<Progress> courses) {}

    private final Organisation organisation;
    private final DecisionCounts decisions;
    private final CoursesGiven courses;
    private final Rounds rounds;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Models models;
    private final Clock clock;

    @Inject
    public AreaPage(
            Organisation organisation,
            DecisionCounts decisions,
            CoursesGiven courses,
            Rounds rounds,
            CurrentActor actor,
            AuditLog audit,
            Models models,
            Clock clock) {
        this.organisation = organisation;
        this.decisions = decisions;
        this.courses = courses;
        this.rounds = rounds;
        this.actor = actor;
        this.audit = audit;
        this.models = models;
        this.clock = clock;
    }

    @GET
    public String show() {
        LocalDate today = LocalDate.now(clock);
        Set<CentreCode> own = actor.get().centresAs(Role.AREA_LEADER);
        List<Centre> centres = organisation.centres(today).stream()
                .filter(centre -> own.contains(centre.code()))
                .toList();
        models.put("rows", rows(centres));
        models.put(
                "areas",
                organisation.areas(today).stream()
                        .filter(area -> centres.stream()
                                .anyMatch(centre -> centre.areaCode().equals(area.code())))
                        .toList());
        models.put("round", rounds.newestPublished().orElse(null));
        models.put("today", today);
        audit.add("area.read", "", "");
        return "overview/area.xhtml";
    }

    private List<Row> rows(List<Centre> centres) {
        Map<CentreCode, Decisions> decided = decisions.byCentre();
        CoursesGiven.Counts given = courses.count();
        return centres.stream()
                .map(centre ->
                        new Row(centre, decided.getOrDefault(centre.code(), Decisions.NONE), given.at(centre.code())))
                .toList();
    }
}
