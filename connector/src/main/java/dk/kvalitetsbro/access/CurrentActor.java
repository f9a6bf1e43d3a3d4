package dk.kvalitetsbro.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Who asks for this request: a person with a session, a program with a token, or nobody known. Set once, at its start. */
@RequestScoped
public class CurrentActor {
    private Optional<Session> session = Optional.empty();
    private Optional<ApiToken> token = Optional.empty();
    private boolean proofRefused;
    private Optional<RuntimeException> trouble = Optional.empty();

    void set(Session current) {
        session = Optional.of(current);
    }

    void set(ApiToken current) {
        token = Optional.of(current);
    }

    /** A proof of who is asking was brought along, and it is none. */
    void refuseProof() {
        proofRefused = true;
    }

    boolean isProofRefused() {
        return proofRefused;
    }

    /** Nobody knows who asks, as when the database is away. */
    void couldNotBeFound(RuntimeException why) {
        trouble = Optional.of(why);
    }

    Optional<RuntimeException> trouble() {
        return trouble;
    }

    /** @return the session of this request, empty for a program and for a visitor who has not signed in */
    public Optional<Session> session() {
        return session;
    }

    Optional<ApiToken> token() {
        return token;
    }

    /** @return the person; a program is none */
    public Optional<Actor> find() {
        return session.map(Session::actor);
    }

    /**
     * @return the signed-in actor
     * @throws IllegalStateException on a route open to visitors or to programs, which must use {@link #find()}
     */
    public Actor get() {
        return find().orElseThrow(() -> new IllegalStateException("nobody is signed in"));
    }

    /** @return as whom the audit log names whoever asks: a person's key, or {@code token:} and the name of a token */
    Optional<String> name() {
        return token.map(ApiToken::actor)
                .or(() -> find().map(actor -> actor.key().value()));
    }
}
