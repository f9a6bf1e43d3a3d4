package dk.kvalitetsbro.lti;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The platforms that people may come from. */
@ApplicationScoped
public class Platforms {
    private static final String SELECT =
            """
            select id, issuer, client_id, name, auth_endpoint, token_endpoint, jwks_uri, public_key, state,
                   array(select d.id from lti.deployment d where d.platform = p.id order by d.id) as deployments
              from lti.platform p
            """;

    /** What a platform says of itself, or somebody types in: {@link Platform} before it has a row. */
    public record Registration(
            String issuer,
            String clientId,
            String name,
            URI authEndpoint,
            URI tokenEndpoint,
            URI jwksUri,
            Optional<String> publicKey) {}

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public Platforms(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    public List<Platform> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by name, id")
                .mapTo(Platform.class)
                .list());
    }

    public Optional<Platform> find(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .mapTo(Platform.class)
                .findOne());
    }

    /** @return the platforms that call themselves so: one for each client id */
    public List<Platform> of(String issuer) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where issuer = :issuer order by id")
                .bind("issuer", issuer)
                .mapTo(Platform.class)
                .list());
    }

    public Optional<Platform> find(String issuer, String clientId) {
        return of(issuer).stream()
                .filter(platform -> platform.clientId().equals(clientId))
                .findFirst();
    }

    /**
     * Remembers a platform. One of the same issuer and client id gets the new addresses and key, and keeps its state and
     * deployments.
     *
     * @param state of a platform that is new
     */
    @Transactional
    public Platform register(Registration told, Platform.State state) {
        long id = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into lti.platform (issuer, client_id, name, auth_endpoint, token_endpoint, jwks_uri,
                               public_key, state, registered)
                        values (:issuer, :clientId, :name, :auth, :token, :jwks, :key, :state, :now)
                        on conflict (issuer, client_id) do update
                           set name = excluded.name, auth_endpoint = excluded.auth_endpoint,
                               token_endpoint = excluded.token_endpoint, jwks_uri = excluded.jwks_uri,
                               public_key = excluded.public_key
                        returning id""")
                .bind("issuer", told.issuer())
                .bind("clientId", told.clientId())
                .bind("name", told.name())
                .bind("auth", told.authEndpoint().toString())
                .bind("token", told.tokenEndpoint().toString())
                .bind("jwks", told.jwksUri().toString())
                .bind("key", orNull(told.publicKey()))
                .bind("state", state)
                .bind("now", OffsetDateTime.now(clock))
                .mapTo(Long.class)
                .one());
        return find(id).orElseThrow();
    }

    /** As {@link #register}, with exactly these deployments. */
    @Transactional
    public Platform save(Registration told, List<String> deployments, Platform.State state) {
        long id = register(told, state).id();
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from lti.deployment where platform = :platform and not id = any (:wanted)")
                .bind("platform", id)
                .bindArray("wanted", String.class, deployments)
                .execute());
        deployments.forEach(deployment -> addDeployment(id, deployment));
        return find(id).orElseThrow();
    }

    /** Does nothing where it is known already. */
    public void addDeployment(long platform, String deployment) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into lti.deployment (platform, id) values (?, ?) on conflict do nothing",
                platform,
                deployment));
    }

    public void removeDeployment(long platform, String deployment) {
        jdbi.useHandle(handle ->
                handle.execute("delete from lti.deployment where platform = ? and id = ?", platform, deployment));
    }

    public void change(long platform, Platform.State state) {
        jdbi.useHandle(
                handle -> handle.execute("update lti.platform set state = ? where id = ?", state.name(), platform));
    }

    public void remove(long platform) {
        jdbi.useHandle(handle -> handle.execute("delete from lti.platform where id = ?", platform));
    }

    private static @Nullable String orNull(Optional<String> text) {
        return text.orElse(null);
    }
}
