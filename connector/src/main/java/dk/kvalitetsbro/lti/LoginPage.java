package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Cookies;
import dk.kvalitetsbro.web.BodyLimit;
import dk.kvalitetsbro.web.Framed;
import dk.kvalitetsbro.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.RuntimeDelegate;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** Where a platform sends people who want in: it is asked who they are, and the browser remembers that it was. */
@Controller
@RequestScoped
@Path("lti/login")
@Framed
public class LoginPage {
    static final int LONGEST_FIELD = 4_000;
    private static final String HERE = "her";

    private final Logins logins;
    private final Cookies cookies;
    private final FrameView frame;
    private final RefusalPage refusals;
    private final PublicAddress address;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @Inject
    public LoginPage(Logins logins, Cookies cookies, FrameView frame, RefusalPage refusals, PublicAddress address) {
        this.logins = logins;
        this.cookies = cookies;
        this.frame = frame;
        this.refusals = refusals;
        this.address = address;
    }

    @GET
    public Response asked() {
        return refusals.orAnswer(
                () -> begin(Fields.ofQuery(uri.getQueryParameters(), Rule.LOGIN_FIELDS, LONGEST_FIELD)));
    }

    @POST
    @BodyLimit(Long.MAX_VALUE) // no more is read than a login has, and what has more is told so in its own words
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response posted(InputStream body) {
        return refusals.orAnswer(() -> begin(Fields.ofForm(body, Rule.LOGIN_FIELDS, LONGEST_FIELD)));
    }

    private Response begin(Fields login) {
        URI root = address.of(uri.getBaseUri(), "");
        boolean framed = frame.isFramed();
        Optional<String> storage = login.find("lti_storage_target").filter(target -> framed);
        if (framed && storage.isEmpty() && !staysInFrame(login)) {
            logins.check(login, root);
            URI anew = Logins.anew(login, root);
            return frame.elsewhere(anew, Optional.of(URI.create(anew + "&" + HERE + "=1")));
        }
        Logins.Asked asked = logins.begin(login, root);
        NewCookie binding = cookies.binding(Logins.PURPOSE, asked.begun(), Logins.LIFETIME, true);
        Response answer = storage.map(target -> frame.keep(asked, target))
                .orElseGet(() -> Response.seeOther(asked.address()).build());
        return Response.fromResponse(answer)
                .header(HttpHeaders.SET_COOKIE, framed ? partitioned(binding) : binding)
                .build();
    }

    /** What is chosen for a course goes back to the frame that asks. Moodle tells by the hint, others are asked. */
    private static boolean staysInFrame(Fields login) {
        return login.find(HERE).isPresent()
                || login.find("lti_message_hint").orElse("").contains("ContentItemSelectionRequest");
    }

    /** Browsers that keep no cookie from a frame keep one that counts below the platform's page alone. */
    private static Object partitioned(NewCookie binding) {
        return binding.isSecure()
                ? RuntimeDelegate.getInstance()
                                .createHeaderDelegate(NewCookie.class)
                                .toString(binding)
                        + ";Partitioned"
                : binding;
    }
}
