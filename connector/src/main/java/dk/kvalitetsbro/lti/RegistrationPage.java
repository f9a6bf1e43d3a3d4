package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.web.Framed;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;

/** Where a platform's administrator comes with a link made here: LTI's dynamic registration. Shown in a frame there. */
@Controller
@Framed
@RequestScoped
@Path("lti/registrering")
public class RegistrationPage {
    private static final int LONGEST_ADDRESS = 2000;
    private static final int BAD_REQUEST = 400;
    private static final int FORBIDDEN = 403;
    private static final int UNPROCESSABLE = 422;

    private final Registrations registrations;
    private final InvitedFrame frame;
    private final Models models;
    private final Texts texts;

    @Inject
    public RegistrationPage(Registrations registrations, InvitedFrame frame, Models models, Texts texts) {
        this.registrations = registrations;
        this.frame = frame;
        this.models = models;
        this.texts = texts;
    }

    /** What is not complete uses no link up. */
    @GET
    public Response register(
            @QueryParam("link") @DefaultValue("") String link,
            @QueryParam("openid_configuration") @DefaultValue("") String configuration,
            @QueryParam("registration_token") @DefaultValue("") String token,
            @Context UriInfo asked) {
        Optional<URI> address = Optional.of(configuration)
                .filter(text -> text.length() <= LONGEST_ADDRESS)
                .flatMap(Origin::safe);
        if (address.isEmpty() || !token.matches("[A-Za-z0-9._~+/=-]{1,4000}")) {
            return refused(BAD_REQUEST, "", "PARAMETERS");
        }
        Optional<String> issuer = registrations.invited(link);
        if (issuer.isEmpty()) {
            return refused(FORBIDDEN, "", "LINK");
        }
        frame.of(issuer.get());
        try {
            models.put("platform", registrations.register(issuer.get(), address.get(), token, asked.getBaseUri()));
            return Response.ok("lti/registered.xhtml").build();
        } catch (NotUsable e) {
            return refused(UNPROCESSABLE, issuer.get(), e.reason());
        }
    }

    private Response refused(int status, String issuer, String reason) {
        registrations.refused(issuer, reason);
        models.put("sentence", texts.of("lti.registration.refused." + reason, issuer));
        return Response.status(status).entity("lti/not-registered.xhtml").build();
    }
}
