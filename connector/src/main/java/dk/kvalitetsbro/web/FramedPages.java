package dk.kvalitetsbro.web;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import java.util.TreeSet;

/** Allows what {@link Framed} asks for, to nobody but the sites known. */
@Provider
@Framed
public class FramedPages implements ContainerResponseFilter {
    @Inject
    @Any
    @SuppressWarnings("NullAway.Init")
    private Instance<Frames> frames;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Set<String> origins = new TreeSet<>();
        frames.forEach(some -> origins.addAll(some.origins()));
        response.getHeaders().putSingle(PagePolicy.HEADER, PagePolicy.framedBy(origins));
    }
}
