package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PageFrame;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.organisation.StaffMember;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Tildel forløb: who takes what? Three steps: a course, then people and a date, then a preview to confirm. What has
 * been chosen travels with the form, so that the way can be left, shared and come back to. Whose names and courses were
 * looked at is written in the audit log.
 */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/behov/{need}/tildel")
public class AssignPage {
    private static final int UNPROCESSABLE = 422;

    private final Assignments assignments;
    private final Previews previews;
    private final AuditLog audit;
    private final Organisation organisation;
    private final Models models;
    private final Redirect redirect;
    private final PageFrame page;
    private final Texts texts;
    private final Clock clock;

    @PathParam("centre")
    @SuppressWarnings("NullAway.Init")
    private String centre;

    @PathParam("need")
    private long needId;

    @Inject
    public AssignPage(
            Assignments assignments,
            Previews previews,
            AuditLog audit,
            Organisation organisation,
            Models models,
            Redirect redirect,
            PageFrame page,
            Texts texts,
            Clock clock) {
        this.assignments = assignments;
        this.previews = previews;
        this.audit = audit;
        this.organisation = organisation;
        this.models = models;
        this.redirect = redirect;
        this.page = page;
        this.texts = texts;
        this.clock = clock;
    }

    /** The first step, or the second once a course is chosen. */
    @GET
    public String choose(@Context UriInfo uri) {
        MultivaluedMap<String, String> fields = uri.getQueryParameters();
        Choices choices = Choices.read(fields);
        Need need = frame();
        if (choices.course().isEmpty()) {
            models.put("offers", assignments.offers(need));
            return "assignments/course.xhtml";
        }
        List<StaffMember> staff = organisation.staff(code(), today());
        if (fields.containsKey("vaelg")) {
            return people(need, choices.choosing(staff, String.valueOf(fields.getFirst("vaelg"))));
        }
        return people(need, fields.containsKey("due") ? choices : choices.suggested(staff, today()));
    }

    /** The third step, or the second again with what is missing. */
    @POST
    @Path("forhaandsvisning")
    public Response preview(MultivaluedMap<String, String> fields) {
        Choices choices = Choices.read(fields);
        Need need = frame();
        page.comeBackTo("dagtilbud/" + centre + "/behov/" + needId + "/tildel?" + choices.query());
        if (choices.employees().isEmpty() || !choices.isDueFrom(today())) {
            models.put("nobody", choices.employees().isEmpty());
            models.put("noDay", !choices.isDueFrom(today()));
            return Response.status(UNPROCESSABLE).entity(people(need, choices)).build();
        }
        audit.add("assignments.previewed", centre, "need " + needId);
        models.put("preview", previews.of(order(choices)));
        models.put("choices", choices);
        return Response.ok("assignments/preview.xhtml").build();
    }

    @POST
    public Response confirm(MultivaluedMap<String, String> fields) {
        Assignments.Result result = assignments.assign(order(Choices.read(fields)));
        String followUp = "dagtilbud/" + centre + "/opfoelgning";
        return result.given() == 0
                ? redirect.warnedOf(followUp, texts.of("assignments.confirmed.none", result.leftOut(), result.stuck()))
                : redirect.toldOf(
                        followUp, texts.of("assignments.confirmed", result.given(), result.leftOut(), result.stuck()));
    }

    private String people(Need need, Choices choices) {
        models.put(
                "offer",
                assignments.offers(need).stream()
                        .filter(offer -> choices.course()
                                .equals(Optional.of(offer.course().id())))
                        .findFirst()
                        .orElseThrow(() -> new Refusal("assignments.refused.course")));
        audit.add("staff.read", centre, "need " + needId);
        List<StaffMember> staff = organisation.staff(code(), today());
        models.put("staff", staff);
        models.put(
                "jobGroups",
                staff.stream().map(StaffMember::jobGroup).distinct().sorted().toList());
        models.put("choices", choices);
        models.put("today", today());
        return "assignments/people.xhtml";
    }

    private Need frame() {
        Need need = assignments.need(code(), needId);
        models.put("need", need);
        models.put("centre", organisation.centre(code()).orElseThrow(NotFoundException::new));
        return need;
    }

    private Order order(Choices choices) {
        return choices.order(code(), needId).orElseThrow(() -> new Refusal("assignments.refused.incomplete"));
    }

    private CentreCode code() {
        return new CentreCode(centre);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
