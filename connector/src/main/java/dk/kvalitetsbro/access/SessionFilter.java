package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.Denial;
import dk.kvalitetsbro.web.Reader;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks the table of rights, before any page or interface runs. Who is asking was found by {@link WhoAsks}. */
@Provider
@Priority(Priorities.AUTHORIZATION)
public class SessionFilter implements ContainerRequestFilter {
    private static final String BEARER = "Bearer realm=\"kvalitetsbro\"";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Gatekeeper gatekeeper;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private CurrentActor current;

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpServletResponse response;

    @Override
    public void filter(ContainerRequestContext request) {
        current.trouble().ifPresent(trouble -> {
            throw trouble;
        });
        if (current.isProofRefused()) {
            throw denial(401, "invalid_token", "access.tokens.invalid");
        }
        switch (decide(request)) {
            case LET_IN -> {}
            case SIGN_IN_FIRST -> request.abortWith(signIn(request));
            case REFUSED -> throw refusal();
        }
    }

    private RuntimeException refusal() {
        return current.token().isEmpty()
                ? new ForbiddenException()
                : denial(403, "insufficient_scope", "access.tokens.outside");
    }

    /** @param error what programs are told, as RFC 6750 has it */
    private Denial denial(int status, String error, String key) {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BEARER + ", error=\"" + error + "\"");
        return new Denial(status, key);
    }

    private Gatekeeper.Decision decide(ContainerRequestContext request) {
        Method method = resource.getResourceMethod();
        Class<?> type = resource.getResourceClass();
        Optional<String> verb = Optional.ofNullable(method).flatMap(SessionFilter::verb);
        if (verb.isEmpty() || type == null) {
            return Gatekeeper.Decision.REFUSED;
        }
        String path = template(type, method);
        InPath named = new InPath(
                named(request, "centre", CentreCode::new),
                named(request, "person", PersonKey::new),
                named(request, "workshop", Long::valueOf));
        return current.token()
                .map(token -> Gatekeeper.decide(verb.get(), path, token, named.centre()))
                .orElseGet(() -> gatekeeper.decide(verb.get(), path, current.find(), named));
    }

    private static <T> Optional<T> named(ContainerRequestContext request, String name, Function<String, T> read) {
        String text = request.getUriInfo().getPathParameters().getFirst(name);
        try {
            return Optional.ofNullable(text).map(read);
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    public static Optional<String> verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return Optional.of(verb.value());
            }
        }
        return Optional.empty();
    }

    /** @return the route as the table of rights writes it: the paths of class and method, joined */
    public static String template(Class<?> type, Method method) {
        String whole = path(type.getAnnotation(Path.class)) + "/" + path(method.getAnnotation(Path.class));
        return whole.replaceAll("/+", "/").replaceAll("^/|/$", "");
    }

    private static String path(@Nullable Path path) {
        return path == null ? "" : path.value();
    }

    /**
     * Only who reads a page is led to the sign-in, and from there back to the page.
     *
     * @throws NotAuthorizedException otherwise
     */
    private Response signIn(ContainerRequestContext request) {
        String accept = request.getHeaderString(HttpHeaders.ACCEPT);
        if (!request.getMethod().equals(HttpMethod.GET) || !Reader.wantsPage(request.getUriInfo(), resource, accept)) {
            throw new NotAuthorizedException(BEARER);
        }
        UriInfo asked = request.getUriInfo();
        URI page = asked.getBaseUri().relativize(asked.getRequestUri());
        return Response.seeOther(asked.getBaseUriBuilder()
                        .path("log-ind")
                        .queryParam("til", "{page}")
                        .build(page.toString()))
                .build();
    }
}
