package dk.kvalitetsbro.moodle.fake;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An external tool as a site has it.
 *
 * @param id          Moodle's number of the tool, which is its deployment, too
 * @param keySet      where its public keys are; unused where a key is pasted
 * @param pastedKey   its public key as PEM
 * @param deepLinking where people are sent who choose what to place in a course, if the tool offers that
 * @param scopes      which services it may use
 */
public record LtiTool(
        long id,
        String clientId,
        String name,
        URI launch,
        URI login,
        List<String> redirects,
        Optional<URI> keySet,
        Optional<String> pastedKey,
        Optional<URI> deepLinking,
        Set<String> scopes) {
    public LtiTool {
        redirects = List.copyOf(redirects);
        scopes = Set.copyOf(scopes);
    }
}
