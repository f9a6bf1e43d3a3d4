package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.themes.Level;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The forms for the bubbles: new ones, ready goals, other words, off the board. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/workshops/{workshop}/bobler")
public class BubbleForm {
    private final Bubbles bubbles;
    private final WorkshopView view;

    @Inject
    public BubbleForm(Bubbles bubbles, WorkshopView view) {
        this.bubbles = bubbles;
        this.view = view;
    }

    @POST
    public Response change(
            @PathParam("centre") CentreCode centre,
            @PathParam("workshop") long id,
            MultivaluedMap<String, String> form) {
        Workshop workshop = view.workshop(centre, id);
        Typed typed = new Typed(form);
        return view.answer(workshop, Step.BUBBLES, typed, () -> change(workshop, typed));
    }

    private String change(Workshop workshop, Typed typed) {
        if (typed.pressed("goals")) {
            bubbles.addGoals(workshop, typed.all("goal"));
            return "workshops.bubbles.goalsAdded";
        }
        if (typed.pressed("change")) {
            bubbles.change(workshop, typed.number("id"), typed.version(), typed.text("text"));
            return "workshops.bubbles.changed";
        }
        if (typed.pressed("remove")) {
            bubbles.remove(workshop, typed.number("id"));
            return "workshops.bubbles.removed";
        }
        bubbles.add(workshop, typed.choice("level", Level.class), typed.text("text"));
        return "workshops.bubbles.added";
    }
}
