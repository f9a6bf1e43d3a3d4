package dk.kvalitetsbro.web;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.ext.Provider;

/** Takes the language from the person's own choice, kept in a cookie. */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 100)
public class LanguageFilter implements ContainerRequestFilter {
    @Inject
    @SuppressWarnings("NullAway.Init")
    private Language language;

    @Override
    public void filter(ContainerRequestContext request) {
        Cookie cookie = request.getCookies().get(Language.COOKIE);
        if (cookie != null) {
            language.choose(cookie.getValue());
        }
    }
}
