package dk.kvalitetsbro.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds who is asking, for every request, by its route: the session's cookie at pages; at what is for programs, below
 * {@code /api}, a token, or a session that only reads; and nobody at forms that are open to all, such as a sign-in. It
 * refuses nobody: {@link SessionFilter} asks the table of rights. There can be one such mechanism in an application.
 */
@ApplicationScoped
public class WhoAsks implements HttpAuthenticationMechanism {
    private static final String PAGES = "/app";
    private static final String PROGRAMS = "/api";
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final Pattern BEARER = Pattern.compile("(?i)bearer\\b *(.*)");

    private final Sessions sessions;
    private final ApiTokens tokens;
    private final Cookies cookies;
    private final CurrentActor current;

    @Inject
    public WhoAsks(Sessions sessions, ApiTokens tokens, Cookies cookies, CurrentActor current) {
        this.sessions = sessions;
        this.tokens = tokens;
        this.cookies = cookies;
        this.current = current;
    }

    /** What goes wrong is left for {@link SessionFilter} to throw: from here the server would answer with nothing. */
    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        try {
            route(request)
                    .filter(route -> !Rights.isOpenForm(request.getMethod(), route.replaceFirst("^/", "")))
                    .ifPresent(route -> find(route, request));
        } catch (RuntimeException trouble) {
            current.couldNotBeFound(trouble);
        }
        return current.name()
                .map(name -> context.notifyContainerAboutLogin(new CallerPrincipal(name), Set.of()))
                .orElseGet(context::doNothing);
    }

    /** @return the path below the pages' root, as the table of rights knows it; empty for assets and the like */
    private static Optional<String> route(HttpServletRequest request) {
        String below = Optional.ofNullable(request.getPathInfo()).orElse("");
        return switch (request.getServletPath()) {
            case PAGES -> Optional.of(below);
            case PROGRAMS -> Optional.of(PROGRAMS + below);
            default -> Optional.empty();
        };
    }

    private void find(String route, HttpServletRequest request) {
        if (!route.startsWith(PROGRAMS + "/")) {
            findPerson();
            return;
        }
        List<String> proofs = bearerTokens(request);
        if (!proofs.isEmpty()) {
            findProgram(proofs);
        } else if (READING.contains(request.getMethod())) {
            findPerson();
        }
    }

    private void findPerson() {
        cookies.session().flatMap(sessions::find).ifPresent(current::set);
    }

    private void findProgram(List<String> proofs) {
        Optional<ApiToken> token = proofs.size() == 1 ? tokens.find(proofs.get(0)) : Optional.empty();
        token.ifPresentOrElse(current::set, current::refuseProof);
        token.ifPresent(tokens::noteUse);
    }

    private static List<String> bearerTokens(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION)).stream()
                .map(BEARER::matcher)
                .filter(Matcher::matches)
                .map(bearer -> bearer.group(1))
                .toList();
    }
}
