package dk.kvalitetsbro.access;

import dk.kvalitetsbro.StandIn;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request as the server hands it on.
 *
 * @param root    what the server matched, such as {@code /app}
 * @param below   the rest of the path
 * @param bearer  tokens in headers of their own
 * @param cookies as names and values
 */
record Asked(String method, String address, String root, String below, List<String> bearer, List<String> cookies) {
    static Asked at(String address, String... cookies) {
        return new Asked("GET", address, "/app", "/", List.of(), List.of(cookies));
    }

    HttpServletRequest request() {
        return StandIn.of(
                HttpServletRequest.class,
                Map.of(
                        "getMethod", none -> method,
                        "getRequestURL", none -> new StringBuffer(address),
                        "getServletPath", none -> root,
                        "getPathInfo", none -> below,
                        "getHeaders", name -> authorization(),
                        "getCookies", none -> brought()));
    }

    private Enumeration<String> authorization() {
        return Collections.enumeration(
                bearer.stream().map(token -> "Bearer " + token).toList());
    }

    private Cookie @Nullable [] brought() {
        return cookies.isEmpty()
                ? null
                : cookies.stream()
                        .map(pair -> pair.split("=", 2))
                        .map(pair -> new Cookie(pair[0], pair[1]))
                        .toArray(Cookie[]::new);
    }
}
