package dk.kvalitetsbro.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where other systems find the product. */
@ApplicationScoped
public class PublicAddress {
    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    private final Optional<URI> configured;

    @Inject
    public PublicAddress(@ConfigProperty(name = "public.url") Optional<URI> configured) {
        this.configured = configured;
    }

    /**
     * The address of a page, as another system has to know it.
     *
     * @param base of the request at hand, which counts where no address is configured
     * @param path below the application's root, without a leading slash
     */
    public URI of(URI base, String path) {
        URI root = configured
                .map(url -> URI.create(url.toString().replaceAll("/+$", "") + "/app/"))
                .orElse(base);
        return root.resolve(path);
    }

    /** @param base as in {@link #of} */
    public boolean isHttps(URI base) {
        return "https".equals(of(base, "").getScheme());
    }

    /**
     * Whether pages of ours can have sent something. On the machine itself they are reached past the public address, too.
     *
     * @param base   of the request at hand
     * @param origin scheme, host and port that a browser says it comes from
     */
    boolean isOurs(String origin, URI base) {
        return origin.equals(origin(of(base, ""))) || isThisMachine(base) && origin.equals(origin(base));
    }

    private static boolean isThisMachine(URI base) {
        return THIS_MACHINE.contains(String.valueOf(base.getHost()));
    }

    /** As a browser writes it: a port that goes without saying is left out. */
    private static String origin(URI url) {
        boolean plain = url.getPort() < 0 || url.getPort() == (url.getScheme().equals("https") ? 443 : 80);
        return (url.getScheme() + "://" + url.getHost()).toLowerCase(Locale.ROOT) + (plain ? "" : ":" + url.getPort());
    }
}
