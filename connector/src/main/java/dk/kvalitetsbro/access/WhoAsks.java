package dk.kvalitetsbro.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;

/**
 * Finds who is asking, for every request, by its route: the session's cookie at pages, nobody at forms that are open to
 * all. It refuses nobody: {@link SessionFilter} asks the table of rights. There can be one such mechanism in an application.
 */
@ApplicationScoped
public class WhoAsks implements HttpAuthenticationMechanism {
    private final Sessions sessions;
    private final Cookies cookies;
    private final CurrentActor current;

    @Inject
    public WhoAsks(Sessions sessions, Cookies cookies, CurrentActor current) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.current = current;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        Optional<String> path = path(request);
        if (path.isPresent() && !Rights.isOpenForm(request.getMethod(), path.get())) {
            cookies.session().flatMap(sessions::find).ifPresent(current::set);
        }
        return current.find()
                .map(actor -> context.notifyContainerAboutLogin(
                        new CallerPrincipal(actor.key().value()), Set.of()))
                .orElseGet(context::doNothing);
    }

    /** @return the request's path as the table of rights writes it; empty for what the table says nothing of, as assets */
    private static Optional<String> path(HttpServletRequest request) {
        return request.getServletPath().equals("/app")
                ? Optional.of(
                        Optional.ofNullable(request.getPathInfo()).orElse("").replaceFirst("^/", ""))
                : Optional.empty();
    }
}
