package dk.kvalitetsbro.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The municipality's sign-in, from the configuration: all of it or nothing. */
@ApplicationScoped
class OidcSettings {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    /**
     * A provider to sign in at.
     *
     * @param issuer      its name, letter by letter as it has it of itself
     * @param personClaim the claim that holds a person's key
     * @param name        what people call it
     * @param algorithm   the only one that its tokens may be signed by
     */
    record Provided(
            String issuer,
            String clientId,
            String clientSecret,
            String personClaim,
            String scopes,
            String name,
            JWSAlgorithm algorithm) {
        Provided {
            requireSafe(issuer, "oidc.issuer");
            if (!List.of(scopes.split(" ")).contains("openid")) {
                throw new IllegalArgumentException("oidc.scopes lacks openid");
            }
            if (!Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256).contains(algorithm)) {
                throw new IllegalArgumentException("oidc.algorithm is neither RS256 nor ES256");
            }
        }
    }

    private final Optional<Provided> provided;

    @Inject
    OidcSettings(
            @ConfigProperty(name = "oidc.issuer") Optional<String> issuer,
            @ConfigProperty(name = "oidc.client.id") Optional<String> clientId,
            @ConfigProperty(name = "oidc.client.secret") Optional<String> clientSecret,
            @ConfigProperty(name = "oidc.claim.person") String personClaim,
            @ConfigProperty(name = "oidc.scopes") String scopes,
            @ConfigProperty(name = "oidc.name") Optional<String> name,
            @ConfigProperty(name = "oidc.algorithm") String algorithm) {
        this.provided = issuer.map(known -> new Provided(
                known,
                required(clientId, "oidc.client.id"),
                required(clientSecret, "oidc.client.secret"),
                personClaim,
                scopes,
                name.orElse(URI.create(known).getHost()),
                JWSAlgorithm.parse(algorithm)));
    }

    /** Makes a wrong setting known at the start, rather than to the first who signs in. */
    void checkAtStart(@Observes @Initialized(ApplicationScoped.class) Object started) {
        provided();
    }

    public Optional<Provided> provided() {
        return provided;
    }

    private static String required(Optional<String> value, String key) {
        return value.orElseThrow(() -> new IllegalArgumentException("oidc.issuer is set, but " + key + " is not"));
    }

    /**
     * @throws IllegalArgumentException for an address that others could read or change what is sent to, which is any but
     *     https and this machine's own
     */
    static URI requireSafe(String address, String what) {
        URI uri = URI.create(address);
        boolean safe = "https".equals(uri.getScheme())
                || "http".equals(uri.getScheme()) && uri.getHost() != null && LOOPBACK.contains(uri.getHost());
        if (!safe || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
            throw new IllegalArgumentException(what + " is not an https address");
        }
        return uri;
    }
}
