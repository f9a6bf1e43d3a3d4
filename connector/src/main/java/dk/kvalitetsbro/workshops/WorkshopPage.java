package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.CentreCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One workshop, at the step asked for or the one that comes naturally next. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/workshops/{workshop}")
public class WorkshopPage {
    private final WorkshopView view;

    @Inject
    public WorkshopPage(WorkshopView view) {
        this.view = view;
    }

    /**
     * @param card   code of the reflection card to lay on top, empty for one that suits the step
     * @param bubble id of the bubble that a link is to be made from, none in particular when missing
     */
    @GET
    public String show(
            @PathParam("centre") CentreCode centre,
            @PathParam("workshop") long id,
            @QueryParam("trin") @DefaultValue("") String step,
            @QueryParam("kort") @DefaultValue("") String card,
            @QueryParam("boble") @Nullable Long bubble) {
        Workshop workshop = view.workshop(centre, id);
        return view.show(
                workshop,
                Step.named(step).orElseGet(() -> Step.next(workshop.tally())),
                Optional.of(card),
                bubble == null ? Map.of() : Map.of("bubble", bubble.toString()));
    }
}
