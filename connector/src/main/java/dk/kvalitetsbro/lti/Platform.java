package dk.kvalitetsbro.lti;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A platform that people come from, as both sides agreed on it.
 *
 * @param issuer      what it calls itself in every token; for Moodle its own address
 * @param clientId    what it calls this tool; the same issuer may have several
 * @param publicKey   its key as somebody pasted it, PEM or JWKS; where there is one the address of its keys is not asked
 * @param deployments the deployments of the tool there that are known here
 */
public record Platform(
        long id,
        String issuer,
        String clientId,
        String name,
        URI authEndpoint,
        URI tokenEndpoint,
        URI jwksUri,
        Optional<String> publicKey,
        State state,
        List<String> deployments) {
    /** Only from an active platform is anybody let in. */
    public enum State {
        /** It registered by itself, and nobody here has said yes yet. */
        WAITING,
        ACTIVE,
        DISABLED
    }

    public Platform {
        deployments = List.copyOf(deployments);
    }

    /** @return scheme, host and port of the platform's pages, the only ones that may frame a page of ours */
    public String origin() {
        return authEndpoint.getScheme() + "://" + authEndpoint.getRawAuthority();
    }
}
