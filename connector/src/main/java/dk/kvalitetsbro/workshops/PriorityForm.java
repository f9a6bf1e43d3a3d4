package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The forms for what the group puts first: new ones, other words, the order. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/workshops/{workshop}/prioriteringer")
public class PriorityForm {
    private final Priorities priorities;
    private final WorkshopView view;

    @Inject
    public PriorityForm(Priorities priorities, WorkshopView view) {
        this.priorities = priorities;
        this.view = view;
    }

    @POST
    public Response change(
            @PathParam("centre") CentreCode centre,
            @PathParam("workshop") long id,
            MultivaluedMap<String, String> form) {
        Workshop workshop = view.workshop(centre, id);
        Typed typed = new Typed(form);
        return view.answer(workshop, Step.PRIORITIES, typed, () -> change(workshop, typed));
    }

    private String change(Workshop workshop, Typed typed) {
        if (typed.pressed("swap")) {
            priorities.swap(workshop, typed.number("first"), typed.number("second"));
            return "workshops.priorities.swapped";
        }
        Argument argument = Argument.citing(typed.text("cites"), typed.text("reason"));
        if (typed.pressed("change")) {
            priorities.change(workshop, typed.number("id"), typed.version(), typed.text("text"), argument);
            return "workshops.priorities.changed";
        }
        ThemeCode theme = typed.chosen("theme", ThemeCode::new).orElseThrow(() -> new Refusal("workshops.choose"));
        priorities.add(workshop, typed.text("text"), theme, typed.chosen("bubble", Long::valueOf), argument);
        return "workshops.priorities.added";
    }
}
