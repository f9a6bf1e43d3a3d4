package dk.kvalitetsbro.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Leads to pages of ours without naming the host, which the request may have made up. {@link Application} leaves this to us.
 */
@Provider
public class OwnAddresses implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        URI location = response.getLocation();
        if (location == null) {
            return;
        }
        URI base = request.getUriInfo().getBaseUri();
        URI within = base.relativize(base.resolve(location));
        if (!within.isAbsolute()) {
            response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(base.getRawPath() + within));
        }
    }
}
