package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Rights;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** The page that a link of a platform leads to. */
final class Target {
    private static final String LAUNCH = "lti/launch";

    private Target() {}

    /**
     * @param wanted an address, as the platform says it
     * @param root   the application's own root as platforms know it, ending in a slash
     * @return the page's path below the root; empty where the person's own beginning is meant
     * @throws LaunchRefused where the address is no page of this product
     */
    static Optional<String> page(String wanted, URI root) {
        URI address = parsed(wanted);
        String path = String.valueOf(address.getRawPath());
        boolean ours = root.getScheme().equals(address.getScheme())
                && root.getRawAuthority().equals(address.getRawAuthority())
                && path.startsWith(root.getRawPath())
                && address.normalize().equals(address);
        if (!ours) {
            throw new LaunchRefused(Rule.TARGET, wanted);
        }
        String below = path.substring(root.getRawPath().length());
        if (below.equals(LAUNCH) || below.isEmpty()) {
            return Optional.empty();
        }
        if (below.matches("(lti|api)/.*") || !Rights.isPage(below)) {
            throw new LaunchRefused(Rule.TARGET, wanted);
        }
        return Optional.of(address.getRawQuery() == null ? below : below + "?" + address.getRawQuery());
    }

    private static URI parsed(String wanted) {
        try {
            return new URI(wanted);
        } catch (URISyntaxException e) {
            throw new LaunchRefused(Rule.TARGET, wanted);
        }
    }
}
