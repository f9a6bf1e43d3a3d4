package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.PageFrame;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/**
 * The pages of a launch that a platform shows within a page of its own. Browsers keep cookies from such a frame more and
 * more, so the product itself opens in a window of its own; until then the platform can keep the proof of a login.
 */
@RequestScoped
class FrameView {
    private final PageFrame page;
    private final Models models;

    @Inject
    FrameView(PageFrame page, Models models) {
        this.page = page;
        this.models = models;
    }

    boolean isFramed() {
        return page.isFramed();
    }

    /**
     * Lets the person begin the login anew in a window of its own.
     *
     * @param anew where it begins
     * @param here where it goes on in the frame, for what belongs there
     */
    Response elsewhere(URI anew, Optional<URI> here) {
        models.put("anew", anew.toString());
        models.put("here", here.map(URI::toString).orElse(""));
        return page("lti/window.xhtml");
    }

    /** Has the platform keep the proof of a login, and asks it then who comes. */
    Response keep(Logins.Asked asked, String frame) {
        models.put("act", "put");
        models.put("state", asked.begun().state());
        models.put("proof", asked.begun().cookie());
        models.put("next", asked.address().toString());
        return storage(asked.platform(), frame);
    }

    /** Asks the platform for the proof that it keeps, and brings the launch again with it. */
    Response fetch(Platform platform, String frame, String state, String token) {
        models.put("act", "get");
        models.put("state", state);
        models.put("token", token);
        return storage(platform, frame);
    }

    private Response storage(Platform platform, String frame) {
        models.put("origin", platform.origin());
        models.put("frame", frame);
        return page("lti/storage.xhtml");
    }

    private static Response page(String view) {
        return Response.ok().entity(view).build();
    }
}
