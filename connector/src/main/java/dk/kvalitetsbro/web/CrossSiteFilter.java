package dk.kvalitetsbro.web;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Set;

/**
 * Refuses what another site makes a signed-in person's browser send. Every browser tells with {@code Sec-Fetch-Site} or
 * {@code Origin} where a form was posted from; a request that says neither is refused too. Nothing has to be stored or
 * put into each form, and uploads are covered. What programs send with a signature of their own needs no browser's word.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class CrossSiteFilter implements ContainerRequestFilter {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** Routes that believe a signature and nothing else, least of all a session. */
    private static final Set<String> SIGNED = Set.of("api/moodle/events", "lti/login", "lti/launch");

    @Override
    public void filter(ContainerRequestContext request) {
        boolean signed = SIGNED.contains(request.getUriInfo().getPath().replaceFirst("^/", ""));
        if (!HARMLESS.contains(request.getMethod()) && !signed && !fromOurPages(request)) {
            throw new ForbiddenException("posted from another site");
        }
    }

    private static boolean fromOurPages(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        String origin = request.getHeaderString("Origin");
        return origin != null && origin.equals(ownOrigin(request.getUriInfo().getBaseUri()));
    }

    private static String ownOrigin(URI base) {
        return base.getScheme() + "://" + base.getRawAuthority();
    }
}
