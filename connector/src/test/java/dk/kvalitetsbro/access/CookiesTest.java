package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.web.PublicAddress;
import jakarta.ws.rs.core.NewCookie;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CookiesTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final SignInStates.Begun BEGUN = new SignInStates.Begun("stateABCdef", "secret");
    private static final SignInStates.Begun OTHER = new SignInStates.Begun("other-state", "another");

    private final Cookies http = cookies("http://127.0.0.1:8081/app/log-ind", Optional.empty());
    private final Cookies behindProxy = cookies("http://127.0.0.1:8081/app/", Optional.of("https://bro.example"));

    @Test
    void by_https_a_cookie_travels_by_nothing_else_and_no_other_host_can_set_it() {
        for (Cookies https : new Cookies[] {behindProxy, cookies("https://bro.example/app/", Optional.empty())}) {
            NewCookie cookie = https.session("secret");
            assertEquals("__Host-kvalitetsbro", cookie.getName());
            assertTrue(cookie.isSecure());
            assertEquals("/", cookie.getPath());
            assertEquals(null, cookie.getDomain());
        }
    }

    @Test
    void by_http_there_is_no_such_promise_to_make() {
        assertEquals("kvalitetsbro", http.session("secret").getName());
        assertFalse(http.session("secret").isSecure());
    }

    @Test
    void by_https_a_cookie_that_another_host_could_have_set_is_not_read() {
        assertEquals(Optional.empty(), behindProxy("kvalitetsbro=planted").session());
        assertEquals(
                Optional.of("own"),
                behindProxy("kvalitetsbro=planted", "__Host-kvalitetsbro=own").session());
    }

    @Test
    void no_script_reads_any_of_them() {
        assertTrue(http.session("secret").isHttpOnly());
        assertTrue(http.binding("lti", BEGUN, TEN_MINUTES, true).isHttpOnly());
    }

    @Test
    void a_session_is_not_sent_with_a_form_from_another_site() {
        assertEquals(NewCookie.SameSite.LAX, behindProxy.session("secret").getSameSite());
    }

    @Test
    void a_session_is_not_kept_when_the_browser_is_closed() {
        assertEquals(-1, behindProxy.session("secret").getMaxAge());
    }

    @Test
    void only_where_the_answer_is_a_form_from_another_site_does_the_cookie_come_along_with_one() {
        assertEquals(
                NewCookie.SameSite.NONE,
                behindProxy.binding("lti", BEGUN, TEN_MINUTES, true).getSameSite());
        assertEquals(
                NewCookie.SameSite.LAX,
                behindProxy.binding("oidc", BEGUN, TEN_MINUTES, false).getSameSite());
        assertEquals(
                NewCookie.SameSite.LAX,
                http.binding("lti", BEGUN, TEN_MINUTES, true).getSameSite());
    }

    @Test
    void each_sign_in_under_way_has_a_cookie_of_its_own_which_lasts_as_long_as_it_may_take() {
        NewCookie first = http.binding("lti", BEGUN, TEN_MINUTES, true);
        NewCookie second = http.binding("lti", OTHER, TEN_MINUTES, true);
        assertNotEquals(first.getName(), second.getName());
        assertEquals(600, first.getMaxAge());

        Cookies returning = cookies(
                "http://127.0.0.1/app/", Optional.empty(), pair(first), pair(second), "kvalitetsbro=" + "session");
        assertEquals(Optional.of("secret"), returning.binding("lti", BEGUN.state()));
        assertEquals(Optional.of("another"), returning.binding("lti", OTHER.state()));
        assertEquals(Optional.empty(), returning.binding("oidc", BEGUN.state()));
    }

    @Test
    void what_is_taken_away_is_the_cookie_that_was_set() {
        NewCookie set = behindProxy.binding("lti", BEGUN, TEN_MINUTES, true);
        NewCookie gone = behindProxy.unbinding("lti", BEGUN.state(), true);
        assertEquals(set.getName(), gone.getName());
        assertEquals(set.getPath(), gone.getPath());
        assertEquals(0, gone.getMaxAge());
        assertEquals(0, behindProxy.sessionEnded().getMaxAge());
    }

    @Test
    void a_state_that_was_made_up_names_no_other_cookie_and_writes_no_header() {
        assertEquals(
                Optional.empty(),
                cookies("http://127.0.0.1/app/", Optional.empty(), "kvalitetsbro=session")
                        .binding("lti", "; \r\n="));
        assertEquals(
                "kvalitetsbro-lti-aX", http.unbinding("lti", "a; \r\nX=", true).getName());
    }

    private static String pair(NewCookie cookie) {
        return cookie.getName() + "=" + cookie.getValue();
    }

    private static Cookies behindProxy(String... brought) {
        return cookies("http://127.0.0.1:8081/app/", Optional.of("https://bro.example"), brought);
    }

    private static Cookies cookies(String address, Optional<String> configured, String... brought) {
        return new Cookies(Asked.at(address, brought).request(), new PublicAddress(configured.map(URI::create)));
    }
}
