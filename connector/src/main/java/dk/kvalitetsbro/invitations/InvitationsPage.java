package dk.kvalitetsbro.invitations;

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

/** "Invitationer": whom the administration has invited, to the whole municipality or to a centre. */
@Controller
@RequestScoped
@Path("invitationer")
public class InvitationsPage {
    private final InvitationsView view;

    @Inject
    public InvitationsPage(InvitationsView view) {
        this.view = view;
    }

    @GET
    public String show() {
        return view.show(Optional.empty());
    }

    @POST
    public Response invite(MultivaluedMap<String, String> fields) {
        return view.invite(Optional.empty(), InvitationForm.typed(fields));
    }

    @POST
    @Path("{invitation}/afslut")
    public Response takeBack(@PathParam("invitation") long id) {
        return view.takeBack(Optional.empty(), id);
    }
}
