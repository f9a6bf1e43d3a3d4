package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The forms for how the bubbles hang together. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/workshops/{workshop}/forbindelser")
public class LinkForm {
    private final Links links;
    private final WorkshopView view;

    @Inject
    public LinkForm(Links links, WorkshopView view) {
        this.links = links;
        this.view = view;
    }

    @POST
    public Response change(
            @PathParam("centre") CentreCode centre,
            @PathParam("workshop") long id,
            MultivaluedMap<String, String> form) {
        Workshop workshop = view.workshop(centre, id);
        Typed typed = new Typed(form);
        return view.answer(workshop, Step.LINKS, typed, () -> change(workshop, typed));
    }

    private String change(Workshop workshop, Typed typed) {
        if (typed.pressed("remove")) {
            links.remove(workshop, typed.number("id"));
            return "workshops.links.removed";
        }
        Link.Kind kind = typed.choice("kind", Link.Kind.class);
        if (typed.pressed("change")) {
            links.change(workshop, typed.number("id"), typed.version(), kind, typed.text("reason"));
            return "workshops.links.changed";
        }
        long bubble = typed.chosen("bubble", Long::valueOf).orElseThrow(() -> new Refusal("workshops.choose"));
        links.add(workshop, bubble, typed.chosen("towards", Long::valueOf), kind, typed.text("reason"));
        return "workshops.links.added";
    }
}
