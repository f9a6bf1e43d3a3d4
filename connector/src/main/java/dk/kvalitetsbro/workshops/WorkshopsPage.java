package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/** The workshops of a centre, and a form to begin one. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/workshops")
public class WorkshopsPage {
    private static final int UNPROCESSABLE = 422;

    /** @param next the step that the group would naturally take next */
    record Row(Workshop workshop, Step next) {}

    private final Workshops workshops;
    private final Organisation organisation;
    private final Models models;
    private final Texts texts;
    private final Redirect redirect;

    @Inject
    public WorkshopsPage(
            Workshops workshops, Organisation organisation, Models models, Texts texts, Redirect redirect) {
        this.workshops = workshops;
        this.organisation = organisation;
        this.models = models;
        this.texts = texts;
        this.redirect = redirect;
    }

    @GET
    public String list(@PathParam("centre") CentreCode centre) {
        return show(centre, Map.of());
    }

    @POST
    public Response start(@PathParam("centre") CentreCode centre, MultivaluedMap<String, String> form) {
        Typed typed = new Typed(form);
        try {
            Workshop workshop = workshops.start(centre, typed.choice("forum", Forum.class), typed.text("title"));
            return redirect.toldOf(workshop.path(), texts.get("workshops.started"));
        } catch (Refusal refusal) {
            models.put("refusal", texts.of(refusal.key(), refusal.arguments()));
            return Response.status(UNPROCESSABLE)
                    .entity(show(centre, typed.again()))
                    .build();
        }
    }

    private String show(CentreCode centre, Map<String, String> typed) {
        List<Row> rows = workshops.of(centre).stream()
                .map(workshop -> new Row(workshop, Step.next(workshop.tally())))
                .toList();
        models.put("centre", centre);
        models.put("centreName", organisation.centre(centre).map(Centre::name).orElse(""));
        models.put("rows", rows);
        models.put("typed", typed);
        return "workshops/workshops.xhtml";
    }
}
