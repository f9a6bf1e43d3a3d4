package dk.kvalitetsbro.oidc;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Cookies;
import dk.kvalitetsbro.access.Entrance;
import dk.kvalitetsbro.access.OwnPage;
import dk.kvalitetsbro.access.PageFrame;
import dk.kvalitetsbro.oidc.ProviderSignIn.Answer;
import dk.kvalitetsbro.oidc.ProviderSignIn.Arrival;
import dk.kvalitetsbro.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.krazo.engine.Viewable;
import org.jspecify.annotations.Nullable;

/** To the municipality's sign-in, back from it, and out of it again. */
@Controller
@RequestScoped
@Path("")
public class ProviderSignInPages {
    private final OidcSettings settings;
    private final ProviderSignIn signIn;
    private final SignedInThere there;
    private final Entrance entrance;
    private final Cookies cookies;
    private final AuditLog audit;
    private final PublicAddress address;
    private final Models models;
    private final PageFrame frame;
    private final HttpServletRequest request;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @Inject
    ProviderSignInPages(
            OidcSettings settings,
            ProviderSignIn signIn,
            SignedInThere there,
            Entrance entrance,
            Cookies cookies,
            AuditLog audit,
            PublicAddress address,
            Models models,
            PageFrame frame,
            HttpServletRequest request) {
        this.settings = settings;
        this.signIn = signIn;
        this.there = there;
        this.entrance = entrance;
        this.cookies = cookies;
        this.audit = audit;
        this.address = address;
        this.models = models;
        this.frame = frame;
        this.request = request;
    }

    @GET
    @Path("log-ind/oidc")
    public Response leave(@QueryParam("til") @Nullable String page) {
        requireProvided();
        try {
            ProviderSignIn.Departure departure = signIn.begin(OwnPage.of(page), redirect());
            return Response.seeOther(departure.to())
                    .cookie(cookies.binding(ProviderSignIn.PURPOSE, departure.begun(), ProviderSignIn.LIFETIME, false))
                    .build();
        } catch (SignInRefused refused) {
            return refused(refused);
        }
    }

    @GET
    @Path("log-ind/oidc/svar")
    public Response arrive(
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("iss") @Nullable String issuer,
            @QueryParam("error") @Nullable String error) {
        requireProvided();
        Answer answer = new Answer(
                Optional.ofNullable(state),
                Optional.ofNullable(code),
                Optional.ofNullable(issuer),
                Optional.ofNullable(error));
        try {
            return forgettingState(answer, admitted(signIn.finish(answer, kept(answer), redirect())));
        } catch (SignInRefused refused) {
            return forgettingState(answer, refused(refused));
        }
    }

    private Optional<String> kept(Answer answer) {
        return answer.state().flatMap(state -> cookies.binding(ProviderSignIn.PURPOSE, state));
    }

    private Response forgettingState(Answer answer, Response response) {
        return answer.state()
                .filter(state -> cookies.binding(ProviderSignIn.PURPOSE, state).isPresent())
                .map(state -> Response.fromResponse(response)
                        .cookie(cookies.unbinding(ProviderSignIn.PURPOSE, state, false))
                        .build())
                .orElse(response);
    }

    /** The entrance itself writes down who came, and who is not known. */
    private Response admitted(Arrival arrival) {
        return entrance.admit(arrival.person(), ProviderSignIn.PURPOSE, arrival.page())
                .map(admitted -> Response.fromResponse(admitted)
                        .cookie(there.remembering(request, arrival.idToken()))
                        .build())
                .orElseGet(() -> {
                    models.put("key", arrival.person().value());
                    return Response.fromResponse(page(SignInTrouble.UNKNOWN_PERSON))
                            .cookie(there.remembering(request, arrival.idToken()))
                            .build();
                });
    }

    private Response refused(SignInRefused refused) {
        audit.addAtTheDoor(Optional.empty(), "oidc.refused", "", refused.trouble() + " " + refused.rule());
        return page(refused.trouble());
    }

    private Response page(SignInTrouble trouble) {
        frame.comeBackTo("log-ind");
        models.put("trouble", trouble.name());
        return Response.status(trouble.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(new Viewable("oidc/refused.xhtml"))
                .build();
    }

    /**
     * Goes on to the provider by itself. A redirect would be refused by browsers, which hold a form to its own site
     * wherever it is redirected to.
     */
    @GET
    @Path("log-ud/oidc")
    public Response signOutThere() {
        requireProvided();
        Optional<URI> end = SignedInThere.token(request)
                .flatMap(token -> there.end(token, address.of(uri.getBaseUri(), "log-ind")));
        frame.comeBackTo("log-ind");
        models.put("end", end.map(URI::toString).orElse(""));
        Response.ResponseBuilder answer = Response.ok(new Viewable("oidc/signed-out.xhtml"))
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .cookie(there.forgetting(request));
        end.ifPresent(to -> answer.header("Refresh", "0;url=" + to));
        return answer.build();
    }

    private URI redirect() {
        return address.of(uri.getBaseUri(), "log-ind/oidc/svar");
    }

    private void requireProvided() {
        if (settings.provided().isEmpty()) {
            throw new NotFoundException();
        }
    }
}
