package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Actor;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Scope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/** Somebody is about to place something of ours in a course: they choose what, and no session begins. */
@ApplicationScoped
class DeepLink implements MessageKind {
    private final Vouched vouched;
    private final Scope scope;
    private final SelectionView view;
    private final Clock clock;

    @Inject
    DeepLink(Vouched vouched, Scope scope, SelectionView view, Clock clock) {
        this.vouched = vouched;
        this.scope = scope;
        this.view = view;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "LtiDeepLinkingRequest";
    }

    @Override
    public Response answer(Launch launch, URI root) {
        PersonKey person = vouched.person(launch);
        DeepLinkRequest request = DeepLinkRequest.read(launch, person);
        Actor actor = scope.actor(person, LocalDate.now(clock))
                .orElseThrow(() -> new LaunchRefused(Rule.PERSON, "unknown here", Optional.of(person.value())));
        return view.show(request, actor);
    }
}
