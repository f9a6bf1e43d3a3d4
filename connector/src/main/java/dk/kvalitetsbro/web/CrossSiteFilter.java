package dk.kvalitetsbro.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;

/**
 * Refuses what another site makes a signed-in person's browser send. Every browser tells with {@code Sec-Fetch-Site} or
 * {@code Origin} where a form was posted from; a request that says neither is refused too, and so is one in which either
 * names another site. Nothing has to be stored or put into each form, and uploads are covered.
 */
@Provider
@Priority(Priorities.AUTHENTICATION)
public class CrossSiteFilter implements ContainerRequestFilter {
    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS");

    /** Routes that others are to post to: they believe a signature and nothing else, least of all a session. */
    private static final Set<String> SIGNED = Set.of(
            // what Moodle's plugin tells, signed with a shared secret
            "api/moodle/events",
            // what a learning platform asks and answers, signed with its key
            "lti/login",
            "lti/launch");

    @Inject
    @SuppressWarnings("NullAway.Init")
    private PublicAddress address;

    @Override
    public void filter(ContainerRequestContext request) {
        boolean signed = SIGNED.contains(request.getUriInfo().getPath().replaceFirst("^/", ""));
        if (!HARMLESS.contains(request.getMethod()) && !signed && !fromOurPages(request)) {
            throw new ForbiddenException("posted from another site");
        }
    }

    private boolean fromOurPages(ContainerRequestContext request) {
        String site = request.getHeaderString("Sec-Fetch-Site");
        String origin = request.getHeaderString("Origin");
        if (site == null && origin == null) {
            return false;
        }
        return (site == null || site.equals("same-origin"))
                && (origin == null
                        || address.isOurs(origin, request.getUriInfo().getBaseUri()));
    }
}
