package dk.kvalitetsbro.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
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
        return (HttpServletRequest) Proxy.newProxyInstance(
                Asked.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, asked, arguments) -> switch (asked.getName()) {
                    case "getMethod" -> method;
                    case "getRequestURL" -> new StringBuffer(address);
                    case "getServletPath" -> root;
                    case "getPathInfo" -> below;
                    case "getHeaders" -> authorization();
                    case "getCookies" -> brought();
                    default -> throw new UnsupportedOperationException(asked.getName());
                });
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
