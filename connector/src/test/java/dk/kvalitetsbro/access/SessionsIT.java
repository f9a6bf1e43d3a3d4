package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sessions as browsers meet them: what the cookie is like, and when it counts. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class SessionsIT {
    @ArquillianResource
    private URL base;

    @BeforeEach
    void somebody_in_each_role() {
        TwoHouses.build();
    }

    @Test
    void the_cookie_is_for_the_whole_site_and_no_script_and_ends_with_the_browser() throws Exception {
        assertEquals(
                Set.of("kvalitetsbro=?", "version=1", "path=/", "httponly", "samesite=lax"),
                attributes(signIn("", "maja")));
    }

    @Test
    void no_other_cookie_comes_along() throws Exception {
        assertEquals(1, signIn("", "maja").headers().allValues("Set-Cookie").size());
    }

    @Test
    void a_session_that_somebody_else_put_into_the_browser_is_not_the_one_that_signing_in_gives() throws Exception {
        String planted = "kvalitetsbro=planted-by-somebody-else";

        String given = cookie(signIn(planted, "maja"));

        assertNotEquals(planted, given);
        assertFalse(isSignedIn(planted));
        assertTrue(isSignedIn(given));
    }

    @Test
    void signing_in_anew_ends_the_session_of_before() throws Exception {
        String before = cookie(signIn("", "maja"));

        String after = cookie(signIn(before, "karen"));

        assertNotEquals(before, after);
        assertFalse(isSignedIn(before));
        assertTrue(isSignedIn(after));
    }

    @Test
    void signing_out_everywhere_ends_every_session_of_ones_own_and_stands_in_the_log() throws Exception {
        String here = cookie(signIn("", "maja"));
        String there = cookie(signIn("", "maja"));
        String karens = cookie(signIn("", "karen"));
        long before = signedOutEverywhere();

        var out = Visitor.at(base).carrying(here).post("app/mine-sessioner/log-ud");

        assertTrue(attributes(out).contains("max-age=0"), attributes(out).toString());
        assertFalse(isSignedIn(here));
        assertFalse(isSignedIn(there));
        assertTrue(isSignedIn(karens));
        assertEquals(before + 1, signedOutEverywhere());
    }

    private static long signedOutEverywhere() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select count(*) from access.audit where action = 'access.signedOutEverywhere'")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void signing_out_ends_the_session_and_takes_the_cookie_away() throws Exception {
        String session = cookie(signIn("", "maja"));

        var out = Visitor.at(base).carrying(session).post("app/log-ud");

        assertTrue(attributes(out).contains("max-age=0"), attributes(out).toString());
        assertFalse(isSignedIn(session));
    }

    @Test
    void whoever_signs_out_when_the_session_has_ended_is_told_that_they_are_signed_out() throws Exception {
        String session = cookie(signIn("", "maja"));
        Visitor.at(base).carrying(session).post("app/log-ud");
        long noted = signOutsInTheLog();

        var again = Visitor.at(base).carrying(session).post("app/log-ud");

        assertEquals(303, again.statusCode());
        String next = again.headers().firstValue("Location").orElseThrow();
        assertTrue(Visitor.at(base).get(next).body().contains("data-before=\"out\""), next);
        assertEquals(noted, signOutsInTheLog());
    }

    @Test
    void whoever_wants_a_page_first_reads_that_they_have_to_sign_in() throws Exception {
        String next = Visitor.at(base)
                .accepting("text/html")
                .get("app/mine-forloeb")
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertTrue(Visitor.at(base).get(next).body().contains("data-before=\"asked\""), next);
        assertFalse(Visitor.at(base).get("app/log-ind").body().contains("data-before"));
    }

    @Test
    void a_form_that_is_open_to_all_knows_nobody() throws Exception {
        String session = cookie(signIn("", "maja"));

        var refused = Visitor.at(base).carrying(session).accepting("text/html").post("app/log-ind", "person", "nobody");

        assertEquals(422, refused.statusCode());
        assertFalse(refused.body().contains(TwoHouses.name("maja")));
    }

    private HttpResponse<String> signIn(String cookies, String person) throws Exception {
        return Visitor.at(base).carrying(cookies).post("app/log-ind", "person", person);
    }

    private static long signOutsInTheLog() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select count(*) from access.audit where action = 'access.signedOut'")
                .mapTo(Long.class)
                .one());
    }

    private boolean isSignedIn(String session) throws Exception {
        return Visitor.at(base).carrying(session).get("app/mine-forloeb").statusCode() == 200;
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
    }

    /** As the cookie has them, without its secret. */
    private static Set<String> attributes(HttpResponse<String> answer) {
        String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
        return Set.of(
                cookie.replaceFirst("=[^;]+", "=?").toLowerCase(Locale.ROOT).split("; *"));
    }
}
