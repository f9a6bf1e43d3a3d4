package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.StandIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a trusted proxy says of a request is believed as far as it is of its form. */
class ForwardedRequestTest {
    private static final TrustedProxies PROXIES = new TrustedProxies(Optional.of("10.0.0.0/8"));

    @Test
    void where_it_was_asked_and_by_whom_is_told() {
        var request = forwarded(Map.of(
                "X-Forwarded-For", List.of("192.0.2.7, 10.0.0.9"),
                "X-Forwarded-Proto", List.of("https"),
                "X-Forwarded-Host", List.of("bro.example:8443")));

        assertEquals("192.0.2.7", request.getRemoteAddr());
        assertEquals(true, request.isSecure());
        assertEquals(
                "https://bro.example:8443/app/log-ind", request.getRequestURL().toString());
        assertEquals(8443, request.getServerPort());
    }

    @Test
    void of_several_the_last_one_counts_which_the_proxy_itself_said() {
        var request = forwarded(Map.of(
                "X-Forwarded-Proto", List.of("https", "http"),
                "X-Forwarded-Host", List.of("evil.example, bro.example")));

        assertEquals("http://bro.example/app/log-ind", request.getRequestURL().toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "javascript", "https:", "HTTPS ", "ftp", "https\r\nX: y"})
    void what_is_no_scheme_is_not_heard(String scheme) {
        assertEquals(
                "http", forwarded(Map.of("X-Forwarded-Proto", List.of(scheme))).getScheme());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a b", "bro.example/evil", "a@evil.example", "bro.example:port", "-x", "bro.example\r\nX: y"
            })
    void what_is_no_host_is_not_heard(String host) {
        assertEquals(
                "127.0.0.1",
                forwarded(Map.of("X-Forwarded-Host", List.of(host))).getServerName());
    }

    private static ForwardedRequest forwarded(Map<String, List<String>> headers) {
        HttpServletRequest request = StandIn.of(
                HttpServletRequest.class,
                Map.of(
                        "getHeaders",
                                name -> Collections.enumeration(headers.getOrDefault((String) name[0], List.of())),
                        "getRemoteAddr", none -> "10.0.0.1",
                        "getScheme", none -> "http",
                        "getServerName", none -> "127.0.0.1",
                        "getServerPort", none -> 8080,
                        "getRequestURI", none -> "/app/log-ind"));
        return new ForwardedRequest(request, PROXIES);
    }
}
