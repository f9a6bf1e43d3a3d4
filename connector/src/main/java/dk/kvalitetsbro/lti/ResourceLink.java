package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.SignInStates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Somebody opens a link in the platform: they are signed in, and led to the page that it names. */
@ApplicationScoped
class ResourceLink implements MessageKind {
    /** Who wants to see which page, or their own beginning. */
    record Wish(Account account, Optional<String> page) {
        PersonKey person() {
            return account.person();
        }
    }

    static final String WINDOW = "lti-window";
    private static final Duration TIME_TO_OPEN = Duration.ofMinutes(2);

    private final Admission admission;
    private final Vouched vouched;
    private final SignInStates states;
    private final FrameView frame;
    private final Arrivals arrivals;

    @Inject
    ResourceLink(Admission admission, Vouched vouched, SignInStates states, FrameView frame, Arrivals arrivals) {
        this.admission = admission;
        this.vouched = vouched;
        this.states = states;
        this.frame = frame;
        this.arrivals = arrivals;
    }

    @Override
    public String type() {
        return "LtiResourceLinkRequest";
    }

    @Override
    public Response answer(Launch launch, URI root) {
        Wish wish = wish(launch, root);
        Response answer = frame.isFramed() ? window(wish, root) : admission.admit(wish.account(), wish.page());
        arrivals.note(launch, wish.person(), wish.page());
        return answer;
    }

    /** A session would not reach the product from within the frame. */
    private Response window(Wish wish, URI root) {
        admission.known(wish.account());
        Map<String, String> carried = new HashMap<>(wish.account().carried());
        wish.page().ifPresent(page -> carried.put("page", page));
        Ticket ticket = Ticket.of(states.begin(WINDOW, carried, TIME_TO_OPEN));
        return frame.elsewhere(root.resolve("lti/vindue?billet=" + ticket.text()), Optional.empty());
    }

    Wish wish(Launch launch, URI root) {
        launch.claims().object(Claims.LTI + "resource_link").text("id", Rule.RESOURCE_LINK);
        return new Wish(vouched.account(launch), Target.page(launch.target(), root));
    }
}
