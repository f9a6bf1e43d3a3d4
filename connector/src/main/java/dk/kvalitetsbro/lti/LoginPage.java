package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Cookies;
import dk.kvalitetsbro.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.InputStream;
import java.net.URI;

/** Where a platform sends people who want in: it is asked who they are, and the browser remembers that it was. */
@Controller
@RequestScoped
@Path("lti/login")
public class LoginPage {
    static final int LONGEST_FIELD = 4_000;

    private final Logins logins;
    private final Cookies cookies;
    private final RefusalPage refusals;
    private final PublicAddress address;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @Inject
    public LoginPage(Logins logins, Cookies cookies, RefusalPage refusals, PublicAddress address) {
        this.logins = logins;
        this.cookies = cookies;
        this.refusals = refusals;
        this.address = address;
    }

    @GET
    public Response asked() {
        return refusals.orAnswer(
                () -> begin(Fields.ofQuery(uri.getQueryParameters(), Rule.LOGIN_FIELDS, LONGEST_FIELD)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response posted(InputStream body) {
        return refusals.orAnswer(() -> begin(Fields.ofForm(body, Rule.LOGIN_FIELDS, LONGEST_FIELD)));
    }

    private Response begin(Fields login) {
        URI root = address.of(uri.getBaseUri(), "");
        Logins.Asked asked = logins.begin(login, root);
        return Response.seeOther(asked.address())
                .cookie(cookies.binding(Logins.PURPOSE, asked.begun(), Logins.LIFETIME, true))
                .build();
    }
}
