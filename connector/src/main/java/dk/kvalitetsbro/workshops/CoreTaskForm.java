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

/** The form for a workshop's core task. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/workshops/{workshop}/kerneopgave")
public class CoreTaskForm {
    private final CoreTasks coreTasks;
    private final WorkshopView view;

    @Inject
    public CoreTaskForm(CoreTasks coreTasks, WorkshopView view) {
        this.coreTasks = coreTasks;
        this.view = view;
    }

    @POST
    public Response change(
            @PathParam("centre") CentreCode centre,
            @PathParam("workshop") long id,
            MultivaluedMap<String, String> form) {
        Workshop workshop = view.workshop(centre, id);
        Typed typed = new Typed(form);
        return view.answer(workshop, Step.CORE_TASK, typed, () -> change(workshop, typed));
    }

    private String change(Workshop workshop, Typed typed) {
        coreTasks.write(workshop, typed.version(), typed.text("text"), typed.text("alignment"));
        return "workshops.coreTask.saved";
    }
}
