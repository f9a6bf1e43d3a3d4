package dk.kvalitetsbro.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** The actor of this request. Set once, before any page or interface runs. */
@RequestScoped
public class CurrentActor {
    private Optional<Session> session = Optional.empty();

    void set(Session current) {
        session = Optional.of(current);
    }

    /** @return the session of this request, empty for a visitor who has not signed in */
    public Optional<Session> session() {
        return session;
    }

    public Optional<Actor> find() {
        return session.map(Session::actor);
    }

    /**
     * @return the signed-in actor
     * @throws IllegalStateException on a route open to visitors, which must use {@link #find()}
     */
    public Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }
}
