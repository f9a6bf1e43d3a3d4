package dk.kvalitetsbro.invitations;

import dk.kvalitetsbro.access.CentreCode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** "Invitationer" of one centre: its leader invites consultants, and sees who else may look in. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/invitationer")
public class CentreInvitationsPage {
    private final InvitationsView view;

    @Inject
    public CentreInvitationsPage(InvitationsView view) {
        this.view = view;
    }

    @GET
    public String show(@PathParam("centre") CentreCode centre) {
        return view.show(Optional.of(centre));
    }

    @POST
    public Response invite(@PathParam("centre") CentreCode centre, MultivaluedMap<String, String> fields) {
        return view.invite(Optional.of(centre), InvitationForm.typed(fields).consultantAt(centre));
    }

    @POST
    @Path("{invitation}/afslut")
    public Response takeBack(@PathParam("centre") CentreCode centre, @PathParam("invitation") long id) {
        return view.takeBack(Optional.of(centre), id);
    }
}
