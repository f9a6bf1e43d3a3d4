package dk.kvalitetsbro.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Where a form leads: every accepted POST answers with a redirect, so that reloading repeats nothing. */
@RequestScoped
public class Redirect {
    private final CurrentActor actor;
    private final Sessions sessions;

    @Inject
    public Redirect(CurrentActor actor, Sessions sessions) {
        this.actor = actor;
        this.sessions = sessions;
    }

    /** @param path below the application's own root, without a leading slash */
    public static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }

    static Response with(String path, NewCookie cookie) {
        return Response.seeOther(URI.create(path)).cookie(cookie).build();
    }

    /** Redirects, and lets the page there say in a green box that it worked. */
    public Response toldOf(String path, String sentence) {
        actor.session().ifPresent(session -> sessions.leaveNotice(session, new Session.Notice(true, sentence)));
        return to(path);
    }

    /** Redirects, and lets the page there say in a yellow box what could not be done. */
    public Response warnedOf(String path, String sentence) {
        actor.session().ifPresent(session -> sessions.leaveNotice(session, new Session.Notice(false, sentence)));
        return to(path);
    }
}
