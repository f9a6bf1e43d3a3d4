package dk.kvalitetsbro.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where other systems find the product. */
@ApplicationScoped
public class PublicAddress {
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
}
