package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.ClientAddress;
import dk.kvalitetsbro.web.TooMany;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/** Asks {@link RateLimits} before anything else is done for a request that {@link RateLimit} covers. */
@Provider
@Priority(Priorities.AUTHENTICATION - 50)
public class RateLimitFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final int TOO_MANY = 429;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private RateLimits limits;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletRequest asked;

    @Override
    public void filter(ContainerRequestContext request) {
        covering(request)
                .flatMap(limit -> limit.counts() == RateLimit.Counts.EVERY
                        ? limits.take(limit, who())
                        : limits.look(limit, who()))
                .ifPresent(wait -> {
                    throw new TooMany(wait);
                });
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        if (status >= 400 && status < 500 && status != TOO_MANY) {
            covering(request)
                    .filter(limit -> limit.counts() == RateLimit.Counts.REFUSED)
                    .ifPresent(limit -> limits.take(limit, who()));
        }
    }

    private static Optional<RateLimit> covering(ContainerRequestContext request) {
        return RateLimit.on(request.getUriInfo().getPath().replaceFirst("^/", ""));
    }

    private String who() {
        return ClientAddress.network(asked.getRemoteAddr());
    }
}
