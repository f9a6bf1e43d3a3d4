package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/** API tokens: made by people, held by programs. Only the digest is stored, so that a token is shown once. */
@ApplicationScoped
public class ApiTokens {
    static final Period LONGEST = Period.ofYears(1);

    /** So that a token is known for one wherever somebody leaves it. */
    private static final String PREFIX = "kvalitetsbro_";

    private static final String COLUMNS = "id, name, scopes, centre, made, made_by, expires, revoked, last_used";

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final CurrentActor current;
    private final Clock clock;

    @Inject
    public ApiTokens(Jdbi jdbi, AuditLog audit, CurrentActor current, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.current = current;
        this.clock = clock;
    }

    /**
     * @param centre  the only centre whose results it may read, or all
     * @param expires the last day that it counts, at most a year from today
     * @return the token, which cannot be had again
     */
    @Transactional
    public String make(String name, Set<ApiScope> scopes, Optional<CentreCode> centre, LocalDate expires) {
        LocalDate today = LocalDate.now(clock);
        if (scopes.isEmpty()) {
            throw new Refusal("access.tokens.noScope");
        }
        if (expires.isBefore(today) || expires.isAfter(today.plus(LONGEST))) {
            throw new Refusal("access.tokens.expiry");
        }
        String token = PREFIX + Secret.fresh();
        int made = jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        insert into access.api_token (digest, name, scopes, centre, made, made_by, expires)
                        values (:digest, :name, :scopes, :centre, :now, :actor, :expires)
                        on conflict (name) do nothing""")
                .bind("digest", Secret.digest(token))
                .bind("name", name)
                .bindArray("scopes", String.class, names(scopes))
                .bind("centre", centre.map(CentreCode::value).orElse(null))
                .bind("now", OffsetDateTime.now(clock))
                .bind("actor", current.get().key())
                .bind("expires", expires)
                .execute());
        if (made == 0) {
            throw new Refusal("access.tokens.nameTaken", name);
        }
        audit.add(
                "token.made",
                name,
                String.join(", ", names(scopes)) + centre.map(one -> " " + one).orElse(""));
        return token;
    }

    private static List<String> names(Set<ApiScope> scopes) {
        return scopes.stream().sorted().map(ApiScope::name).toList();
    }

    /** Ends a token at once, on every node. Ending one that has ended already changes nothing. */
    @Transactional
    public void revoke(long id) {
        jdbi.withHandle(handle -> handle.createQuery(
                                """
                        update access.api_token set revoked = :now, revoked_by = :actor
                         where id = :id and revoked is null returning name""")
                        .bind("now", OffsetDateTime.now(clock))
                        .bind("actor", current.get().key())
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne())
                .ifPresent(name -> audit.add("token.revoked", name, ""));
    }

    /** @return all there have been: those that count today, then the others; the newest first */
    List<ApiToken> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS
                        + " from access.api_token order by (revoked is null and expires >= :today) desc, id desc")
                .bind("today", LocalDate.now(clock))
                .mapTo(ApiToken.class)
                .list());
    }

    /** @return the token, if it is one that counts today */
    Optional<ApiToken> find(String token) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select " + COLUMNS + " from access.api_token where digest = :digest")
                        .bind("digest", Secret.digest(token))
                        .mapTo(ApiToken.class)
                        .findOne())
                .filter(known -> known.on(LocalDate.now(clock)) == ApiToken.State.VALID);
    }

    /** Keeps on which day the token of this request was used last; the first use of a day stands in the audit log. */
    @Transactional
    void noteUse(ApiToken token) {
        LocalDate today = LocalDate.now(clock);
        if (today.equals(token.lastUsed())) {
            return;
        }
        int firstOfTheDay = jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        update access.api_token set last_used = :today
                         where id = :id and (last_used is null or last_used < :today)""")
                .bind("today", today)
                .bind("id", token.id())
                .execute());
        if (firstOfTheDay == 1) {
            audit.add("token.used", token.name(), "");
        }
    }
}
