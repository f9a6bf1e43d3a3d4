package dk.kvalitetsbro.overview;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.themes.Decision;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** What a centre's leader has to decide, answer and follow up today. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}")
public class OverviewPage {
    private final Overviews overviews;
    private final Needs needs;
    private final Organisation organisation;
    private final Models models;
    private final Redirect redirect;
    private final Texts texts;

    @Inject
    public OverviewPage(
            Overviews overviews,
            Needs needs,
            Organisation organisation,
            Models models,
            Redirect redirect,
            Texts texts) {
        this.overviews = overviews;
        this.needs = needs;
        this.organisation = organisation;
        this.models = models;
        this.redirect = redirect;
        this.texts = texts;
    }

    @GET
    @Path("overblik")
    public String show(@PathParam("centre") CentreCode centre) {
        models.put("centre", organisation.centre(centre).orElseThrow(NotFoundException::new));
        models.put("overview", overviews.of(centre));
        models.put("choices", Decision.Choice.values());
        return "overview/overview.xhtml";
    }

    @POST
    @Path("behov/{need}/beslutning")
    public Response decide(
            @PathParam("centre") CentreCode centre,
            @PathParam("need") long id,
            @FormParam("choice") @Nullable String choice,
            @FormParam("reason") @Nullable String reason) {
        Need need = needs.find(centre, id).orElseThrow(NotFoundException::new);
        needs.decide(need, chosen(choice), reason == null ? "" : reason);
        String theme = texts.pick(need.theme().name());
        return redirect.toldOf("dagtilbud/" + centre + "/overblik", texts.of("overview.decided", theme));
    }

    private static Decision.Choice chosen(@Nullable String choice) {
        try {
            return Decision.Choice.valueOf(choice == null ? "" : choice);
        } catch (IllegalArgumentException unknown) {
            throw new Refusal("overview.choice.missing");
        }
    }
}
