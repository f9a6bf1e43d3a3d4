package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.CentreCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The forms for what the group wonders about. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/workshops/{workshop}/undren")
public class WonderingForm {
    private final Wonderings wonderings;
    private final WorkshopView view;

    @Inject
    public WonderingForm(Wonderings wonderings, WorkshopView view) {
        this.wonderings = wonderings;
        this.view = view;
    }

    @POST
    public Response change(
            @PathParam("centre") CentreCode centre,
            @PathParam("workshop") long id,
            MultivaluedMap<String, String> form) {
        Workshop workshop = view.workshop(centre, id);
        Typed typed = new Typed(form);
        return view.answer(workshop, Step.WONDERINGS, typed, () -> change(workshop, typed));
    }

    private String change(Workshop workshop, Typed typed) {
        if (typed.pressed("anotherCard")) {
            wonderings.tryAnotherCard(workshop, typed.number("id"), String.valueOf(typed.text("card")));
            return "workshops.wonderings.cardLaid";
        }
        if (typed.pressed("madeSense")) {
            wonderings.cardMadeSense(workshop, typed.number("id"));
            return "workshops.wonderings.madeSense";
        }
        if (typed.pressed("askLeader")) {
            wonderings.askLeader(workshop, typed.number("id"));
            return "workshops.wonderings.leaderAsked";
        }
        wonderings.wonder(workshop, typed.choice("topic", Topic.class), typed.text("text"));
        return "workshops.wonderings.writtenDown";
    }
}
