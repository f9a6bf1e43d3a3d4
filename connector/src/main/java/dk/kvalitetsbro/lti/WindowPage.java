package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.SignInStates;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where somebody whose launch arrived in a frame goes on in a window, as the one they are: once, and from our own page. */
@Controller
@RequestScoped
@Path("lti/vindue")
public class WindowPage {
    private final SignInStates states;
    private final Admission admission;
    private final RefusalPage refusals;
    private final Sender sender;

    @Inject
    public WindowPage(SignInStates states, Admission admission, RefusalPage refusals, Sender sender) {
        this.states = states;
        this.admission = admission;
        this.refusals = refusals;
        this.sender = sender;
    }

    @GET
    public Response open(@QueryParam("billet") @Nullable String ticket) {
        return refusals.orAnswer(() -> {
            if (ticket == null) {
                throw new LaunchRefused(Rule.ONE_ANSWER, "no ticket");
            }
            if (!sender.isOneOfOurPages()) {
                throw new LaunchRefused(Rule.STATE, "a ticket from elsewhere");
            }
            Ticket halves = Ticket.read(ticket).orElseThrow(() -> new LaunchRefused(Rule.STATE, "no ticket of ours"));
            Map<String, String> carried = states.take(ResourceLink.WINDOW, halves.state(), Optional.of(halves.proof()))
                    .orElseThrow(() -> states.wasTaken(ResourceLink.WINDOW, halves.state())
                            ? new LaunchRefused(Rule.ONCE, "a ticket used before")
                            : new LaunchRefused(Rule.STATE, "a ticket unknown or old"));
            return admission.admit(Account.of(carried), Optional.ofNullable(carried.get("page")));
        });
    }
}
