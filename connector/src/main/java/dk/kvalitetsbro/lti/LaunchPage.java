package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Cookies;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.web.BodyLimit;
import dk.kvalitetsbro.web.Framed;
import dk.kvalitetsbro.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
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
import java.util.Optional;

/** Where the platform's answer arrives: its word for who somebody is, and what they come for. */
@Controller
@RequestScoped
@Path("lti/launch")
@Framed
public class LaunchPage {
    private final Launches launches;
    private final Instance<MessageKind> kinds;
    private final Cookies cookies;
    private final FrameView frame;
    private final Sender sender;
    private final RefusalPage refusals;
    private final PublicAddress address;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo uri;

    @Inject
    public LaunchPage(
            Launches launches,
            @Any Instance<MessageKind> kinds,
            Cookies cookies,
            FrameView frame,
            Sender sender,
            RefusalPage refusals,
            PublicAddress address) {
        this.launches = launches;
        this.kinds = kinds;
        this.cookies = cookies;
        this.frame = frame;
        this.sender = sender;
        this.refusals = refusals;
        this.address = address;
    }

    /** An address that was kept from the browser's history: it tells of nobody, and leads to where everybody begins. */
    @GET
    public Response again() {
        return Redirect.to("");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @BodyLimit(Long.MAX_VALUE) // no more is read than a launch has, and what has more is told so in its own words
    public Response launch(InputStream body) {
        return refusals.orAnswer(() -> answer(Fields.ofForm(body, Rule.ONE_ANSWER, Integer.MAX_VALUE)));
    }

    private Response answer(Fields form) {
        form.find("id_token").filter(IdToken::isEnglish).ifPresent(english -> refusals.inEnglish());
        String state = form.get("state");
        Optional<String> bound = cookies.binding(Logins.PURPOSE, state).or(() -> kept(form));
        Optional<String> storage = form.find("lti_storage_target").filter(target -> bound.isEmpty());
        Optional<Platform> keeper = storage.flatMap(target -> launches.claimed(form));
        if (keeper.isPresent()) {
            return frame.fetch(keeper.get(), storage.orElseThrow(), state, form.get("id_token"));
        }
        Launch launch = launches.receive(form, bound);
        Response answer = kind(launch).answer(launch, address.of(uri.getBaseUri(), ""));
        return Response.fromResponse(answer)
                .cookie(cookies.unbinding(Logins.PURPOSE, state, true))
                .build();
    }

    /** What the platform kept for the browser, and our own page has brought. */
    private Optional<String> kept(Fields form) {
        return form.find("proof").filter(proof -> sender.isOneOfOurPages());
    }

    private MessageKind kind(Launch launch) {
        return kinds.stream()
                .filter(kind -> kind.type().equals(launch.messageType()))
                .findFirst()
                .orElseThrow(() -> new LaunchRefused(Rule.MESSAGE_TYPE, launch.messageType()));
    }
}
