package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.PublicAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The cookies that carry a secret. No script reads them; where the product is reached by https they travel by nothing
 * else, and their names begin with {@code __Host-}, which keeps other hosts of the same domain from setting them.
 */
@RequestScoped
public class Cookies {
    private static final String SESSION = "kvalitetsbro";
    private static final int UNTIL_CLOSED = -1;
    private static final int LETTERS_OF_STATE = 8;

    private final HttpServletRequest request;
    private final PublicAddress address;

    @Inject
    public Cookies(HttpServletRequest request, PublicAddress address) {
        this.request = request;
        this.address = address;
    }

    Optional<String> session() {
        return value(SESSION);
    }

    /** A link from elsewhere leads to a page as the one signed in; a form from elsewhere does not post as them. */
    NewCookie session(String value) {
        return cookie(SESSION, value, UNTIL_CLOSED, NewCookie.SameSite.LAX);
    }

    NewCookie sessionEnded() {
        return cookie(SESSION, "", 0, NewCookie.SameSite.LAX);
    }

    /**
     * Binds a sign-in to the browser that began it. Several may be under way in one browser.
     *
     * @param posted whether the other side answers with a form from its own pages, as with a launch, rather than with a
     *     redirect
     */
    public NewCookie binding(String purpose, SignInStates.Begun begun, Duration lifetime, boolean posted) {
        return cookie(
                name(purpose, begun.state()), begun.cookie(), (int) lifetime.toSeconds(), sameSiteOfBinding(posted));
    }

    /** @return what the browser brings for {@link SignInStates#take} */
    public Optional<String> binding(String purpose, String state) {
        return value(name(purpose, state));
    }

    /** Takes away what {@link #binding} set. */
    public NewCookie unbinding(String purpose, String state, boolean posted) {
        return cookie(name(purpose, state), "", 0, sameSiteOfBinding(posted));
    }

    /** Browsers take None by https only; without it, other sites than this one cannot be told apart by port anyhow. */
    private NewCookie.SameSite sameSiteOfBinding(boolean posted) {
        return posted && isSecure() ? NewCookie.SameSite.NONE : NewCookie.SameSite.LAX;
    }

    private static String name(String purpose, String state) {
        String letters = state.replaceAll("[^A-Za-z0-9_-]", "");
        return SESSION + "-" + purpose + "-" + letters.substring(0, Math.min(LETTERS_OF_STATE, letters.length()));
    }

    private NewCookie cookie(String name, String value, int maxAge, NewCookie.SameSite sameSite) {
        return new NewCookie.Builder(full(name))
                .value(value)
                .path("/")
                .httpOnly(true)
                .secure(isSecure())
                .sameSite(sameSite)
                .maxAge(maxAge)
                .build();
    }

    private Optional<String> value(String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(full(name)))
                .map(Cookie::getValue)
                .findFirst();
    }

    private String full(String name) {
        return isSecure() ? "__Host-" + name : name;
    }

    private boolean isSecure() {
        return address.isHttps(URI.create(request.getRequestURL().toString()));
    }
}
