package dk.kvalitetsbro.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Lets in whom somebody else vouches for: Moodle with a launch, or the municipality's sign-in. What they may see follows
 * from the organisation alone.
 */
@ApplicationScoped
public class Entrance {
    private final Sessions sessions;
    private final Cookies cookies;
    private final HttpServletRequest request;
    private final Scope scope;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Entrance(
            Sessions sessions, Cookies cookies, HttpServletRequest request, Scope scope, AuditLog audit, Clock clock) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.request = request;
        this.scope = scope;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Begins a session, which ends the one that this browser may have had, and redirects to the page asked for, or else
     * to where the person begins.
     *
     * @param person who it is, by the one key
     * @param way    how they came, a word for the audit log such as {@code lti}
     * @param page   asked for, below the application's root; it asks the table of rights as always
     * @return empty when nobody of that key has anything to do here today, which stands in the audit log, too
     */
    public Optional<Response> admit(PersonKey person, String way, Optional<String> page) {
        Optional<Actor> actor = scope.actor(person, LocalDate.now(clock));
        audit.addAtTheDoor(
                actor.map(Actor::key),
                actor.isPresent() ? "access.signedIn" : "access.unknownPerson",
                person.value(),
                way);
        return actor.map(known -> Redirect.with(page.orElseGet(() -> Home.of(known)), newSession(known)));
    }

    private NewCookie newSession(Actor actor) {
        cookies.session().ifPresent(sessions::end);
        return cookies.session(sessions.begin(actor.key(), Browser.of(request.getHeader(HttpHeaders.USER_AGENT))));
    }
}
