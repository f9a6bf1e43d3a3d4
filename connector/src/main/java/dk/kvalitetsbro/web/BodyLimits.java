package dk.kvalitetsbro.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Bounds how much anybody may send, and how slowly. What says that it is too large is turned away before it is read. */
@Provider
@Priority(Priorities.ENTITY_CODER)
public class BodyLimits implements ContainerRequestFilter {
    private static final Set<String> READING = Set.of("GET", "HEAD");

    @Inject
    @ConfigProperty(name = "http.body.bytes")
    @SuppressWarnings("NullAway.Init")
    private Long usual;

    @Inject
    @ConfigProperty(name = "http.body.fields")
    @SuppressWarnings("NullAway.Init")
    private Integer fields;

    @Inject
    @ConfigProperty(name = "http.body.grace.seconds")
    @SuppressWarnings("NullAway.Init")
    private Integer grace;

    @Inject
    @ConfigProperty(name = "http.body.bytes.per.second")
    @SuppressWarnings("NullAway.Init")
    private Integer pace;

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Override
    public void filter(ContainerRequestContext request) {
        if (READING.contains(request.getMethod())) {
            return;
        }
        long most = most();
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > most) {
            throw Body.tooLarge();
        }
        boolean form = MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType());
        Body.Limits limits = new Body.Limits(most, form ? fields : Integer.MAX_VALUE, Duration.ofSeconds(grace), pace);
        request.setEntityStream(new Body(request.getEntityStream(), limits, System::nanoTime));
    }

    private long most() {
        Method method = resource.getResourceMethod();
        BodyLimit own = method == null ? null : method.getAnnotation(BodyLimit.class);
        return own == null ? usual : own.value();
    }
}
