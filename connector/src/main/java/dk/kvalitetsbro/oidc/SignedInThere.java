package dk.kvalitetsbro.oidc;

import dk.kvalitetsbro.access.WayOut;
import dk.kvalitetsbro.oidc.OidcSettings.Provided;
import dk.kvalitetsbro.web.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/**
 * That somebody came in by the provider, remembered until they leave. Ending only the session here would let the next
 * person at the same machine in with one click. The identity token, which names the sign-in to be ended, is kept by the
 * browser alone: what it tells of the person is stored nowhere here.
 */
@ApplicationScoped
class SignedInThere implements WayOut {
    static final String PAGE = "log-ud/oidc";
    private static final String COOKIE = "kvalitetsbro-oidc-id";
    private static final String ONLY_HERE = "/app/log-ud";

    /** What a browser is sure to keep; a longer token is not needed to sign out, only helpful. */
    private static final int LONGEST = 3_500;

    /** A cookie must not be empty, which would take it away. */
    private static final String TOO_LONG = "-";

    private final OidcSettings settings;
    private final Provider provider;
    private final PublicAddress address;

    @Inject
    SignedInThere(OidcSettings settings, Provider provider, PublicAddress address) {
        this.settings = settings;
        this.provider = provider;
        this.address = address;
    }

    @Override
    public Optional<String> after(HttpServletRequest signOut) {
        return settings.provided().isPresent() && token(signOut).isPresent() ? Optional.of(PAGE) : Optional.empty();
    }

    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Stream::of)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .map(Cookie::getValue)
                .findFirst();
    }

    NewCookie remembering(HttpServletRequest request, String idToken) {
        return cookie(request, kept(idToken), -1);
    }

    static String kept(String idToken) {
        return idToken.length() > LONGEST ? TOO_LONG : idToken;
    }

    NewCookie forgetting(HttpServletRequest request) {
        return cookie(request, "", 0);
    }

    private NewCookie cookie(HttpServletRequest request, String value, int maxAge) {
        return new NewCookie.Builder(COOKIE)
                .value(value)
                .path(request.getContextPath() + ONLY_HERE)
                .httpOnly(true)
                .secure(address.isHttps(URI.create(request.getRequestURL().toString())))
                .sameSite(NewCookie.SameSite.LAX)
                .maxAge(maxAge)
                .build();
    }

    /**
     * @param token what the browser kept
     * @param back  where the provider may send people afterwards
     * @return where the sign-in is ended at the provider; empty where it has no such place or can't be asked
     */
    Optional<URI> end(String token, URI back) {
        Provided provided = settings.provided().orElseThrow();
        return endSession()
                .flatMap(end -> Optional.ofNullable(HttpUrl.get(end)))
                .map(end -> {
                    HttpUrl.Builder url = end.newBuilder()
                            .addQueryParameter("client_id", provided.clientId())
                            .addQueryParameter("post_logout_redirect_uri", back.toString());
                    if (!token.equals(TOO_LONG)) {
                        url.addQueryParameter("id_token_hint", token);
                    }
                    return url.build().uri();
                });
    }

    private Optional<URI> endSession() {
        try {
            return provider.metadata().endSession();
        } catch (SignInRefused unreachable) {
            return Optional.empty();
        }
    }
}
