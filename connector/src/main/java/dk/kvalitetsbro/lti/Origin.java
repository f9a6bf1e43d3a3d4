package dk.kvalitetsbro.lti;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Scheme, host and port of an address: what browsers call its origin. */
final class Origin {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private Origin() {}

    /** @return such as {@code https://moodle.example}, with the port where it is not the usual one */
    static String of(URI address) {
        int port = address.getPort() == usualPort(address) ? -1 : address.getPort();
        return lower(address.getScheme()) + "://" + lower(address.getHost()) + (port == -1 ? "" : ":" + port);
    }

    static boolean same(URI one, URI other) {
        return one.getHost() != null && other.getHost() != null && of(one).equals(of(other));
    }

    /**
     * @return the text as an address that is safe to ask: encrypted, or not leaving this machine, and without a user or a
     *     fragment; empty otherwise
     */
    static Optional<URI> safe(String text) {
        try {
            URI address = new URI(text);
            return Optional.of(address)
                    .filter(it -> it.getHost() != null && it.getRawUserInfo() == null && it.getRawFragment() == null)
                    .filter(Origin::isEncryptedOrHere);
        } catch (URISyntaxException notOne) {
            return Optional.empty();
        }
    }

    private static boolean isEncryptedOrHere(URI address) {
        return "https".equalsIgnoreCase(address.getScheme())
                || ("http".equalsIgnoreCase(address.getScheme()) && THIS_MACHINE.contains(address.getHost()));
    }

    private static int usualPort(URI address) {
        return "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
