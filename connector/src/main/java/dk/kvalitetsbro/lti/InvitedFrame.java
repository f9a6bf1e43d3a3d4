package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.web.Frames;
import jakarta.enterprise.context.RequestScoped;
import java.net.URI;
import java.util.Set;

/** The platform that this request registers may show the answer in a frame, whether or not it comes to be registered. */
@RequestScoped
public class InvitedFrame implements Frames {
    private Set<String> origins = Set.of();

    /** @param issuer as somebody here has typed it for a link, never from the request alone */
    void of(String issuer) {
        origins = Set.of(Origin.of(URI.create(issuer)));
    }

    @Override
    public Set<String> origins() {
        return origins;
    }
}
