package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Entrance;
import dk.kvalitetsbro.access.PersonKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** Somebody opens a link in the platform: they are signed in, and led to the page that it names. */
@ApplicationScoped
class ResourceLink implements MessageKind {
    /** Who wants to see which page, or their own beginning. */
    record Wish(PersonKey person, Optional<String> page) {}

    private final Entrance entrance;
    private final Vouched vouched;

    @Inject
    ResourceLink(Entrance entrance, Vouched vouched) {
        this.entrance = entrance;
        this.vouched = vouched;
    }

    @Override
    public String type() {
        return "LtiResourceLinkRequest";
    }

    @Override
    public Response answer(Launch launch, URI root) {
        Wish wish = wish(launch, root);
        return entrance.admit(wish.person(), "lti", wish.page())
                .orElseThrow(() -> new LaunchRefused(
                        Rule.PERSON, "unknown here", Optional.of(wish.person().value())));
    }

    Wish wish(Launch launch, URI root) {
        launch.claims().object(Claims.LTI + "resource_link").text("id", Rule.RESOURCE_LINK);
        return new Wish(vouched.person(launch), Target.page(launch.target(), root));
    }
}
