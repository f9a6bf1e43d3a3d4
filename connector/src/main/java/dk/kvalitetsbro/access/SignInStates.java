package dk.kvalitetsbro.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Sign-ins that are under way somewhere else, so that what comes back is known to be an answer to what this product asked,
 * in the same browser, and counts once. Rows in PostgreSQL: any node may take what another began.
 */
@ApplicationScoped
public class SignInStates {
    /**
     * @param state  goes to the other side, and comes back from there
     * @param cookie stays in the browser, see {@link Cookies#binding}
     */
    public record Begun(String state, String cookie) {}

    private record Carried(List<String> names, List<String> carried) {}

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public SignInStates(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * @param purpose  which kind of sign-in, such as {@code lti}; one kind never takes what another began
     * @param carried  what has to be known when the answer comes, such as the nonce asked for
     * @param lifetime how long somebody may take to sign in
     */
    public Begun begin(String purpose, Map<String, String> carried, Duration lifetime) {
        var begun = new Begun(Secret.fresh(), Secret.fresh());
        OffsetDateTime now = OffsetDateTime.now(clock);
        List<String> names = List.copyOf(carried.keySet());
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    delete from access.sign_in_state where id in (
                      select id from access.sign_in_state where expires <= ? limit 100 for update skip locked)""",
                    now);
            handle.execute(
                    """
                    delete from access.used_once where (purpose, id) in (
                      select purpose, id from access.used_once where until <= ? limit 100 for update skip locked)""",
                    now);
            handle.createUpdate(
                            """
                            insert into access.sign_in_state (id, purpose, cookie, names, carried, expires)
                            values (:id, :purpose, :cookie, :names, :carried, :expires)""")
                    .bind("id", Secret.digest(begun.state()))
                    .bind("purpose", purpose)
                    .bind("cookie", Secret.digest(begun.cookie()))
                    .bindArray("names", String.class, names)
                    .bindArray(
                            "carried",
                            String.class,
                            names.stream().map(carried::get).toList())
                    .bind("expires", now.plus(lifetime))
                    .execute();
        });
        return begun;
    }

    /**
     * Takes what was begun, once. Outside a transaction: one that is rolled back would give it again.
     *
     * @param cookie what the browser brings; where it can bring none, what the platform kept for it
     * @return what was carried; empty if nothing was begun under this state for this purpose, or in another browser, or
     *     too long ago, or if it was taken before
     */
    public Optional<Map<String, String>> take(String purpose, String state, Optional<String> cookie) {
        if (cookie.isEmpty()) {
            return Optional.empty();
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbi.withHandle(handle -> handle.createQuery(
                                """
                        with taken as (
                          delete from access.sign_in_state
                           where id = :id and purpose = :purpose and cookie = :cookie and expires > :now
                          returning id, names, carried),
                        noted as (
                          insert into access.used_once (purpose, id, until) select :purpose, id, :until from taken)
                        select names, carried from taken""")
                        .bind("id", Secret.digest(state))
                        .bind("purpose", purpose)
                        .bind("cookie", Secret.digest(cookie.get()))
                        .bind("now", now)
                        .bind("until", now.plus(Sessions.LONGEST))
                        .mapTo(Carried.class)
                        .findOne())
                .map(SignInStates::byName);
    }

    /**
     * Tells an answer that comes again, as after a browser's "back", from one that never fitted. Whoever asks has the state
     * already, and learns no more than that.
     *
     * @return whether {@link #take} has given out what was begun under this state, as long as a session may last since
     */
    public boolean wasTaken(String purpose, String state) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from access.used_once where purpose = :purpose and id = :id and until > :now)")
                .bind("purpose", purpose)
                .bind("id", Secret.digest(state))
                .bind("now", OffsetDateTime.now(clock))
                .mapTo(Boolean.class)
                .one());
    }

    private static Map<String, String> byName(Carried row) {
        Map<String, String> carried = new HashMap<>();
        for (int i = 0; i < row.names().size(); i++) {
            carried.put(row.names().get(i), row.carried().get(i));
        }
        return Map.copyOf(carried);
    }
}
