package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWKSet;
import dk.kvalitetsbro.container.TwoHouses;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** People come from a platform over HTTP, and are who the platform says, with what the organisation says. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class LaunchIT {
    @ArquillianResource
    private URL base;

    private final TestPlatform platform = TestPlatform.start();
    private PayaraDoor door;

    @BeforeEach
    void a_platform_is_registered_and_people_work_here() {
        TwoHouses.build();
        door = new PayaraDoor(platform, base);
        door.open();
    }

    @AfterEach
    void the_platform_stops() {
        platform.close();
    }

    @Test
    void a_launch_signs_in_and_leads_to_where_one_begins() throws Exception {
        HttpResponse<String> answer = door.as("maja").send(door.honest());
        assertEquals(303, answer.statusCode(), answer.body());
        assertEquals(
                "/app/mine-forloeb", answer.headers().firstValue("Location").orElseThrow());
        String session = PayaraDoor.session(answer).orElseThrow();
        HttpResponse<String> page = door.get("mine-forloeb", session);
        assertEquals(200, page.statusCode());
        assertTrue(page.body().contains("Maja Vandrer"), page.body());
    }

    @Test
    void the_browsers_word_for_the_login_is_taken_away_when_it_is_used() throws Exception {
        HttpResponse<String> answer = door.send(door.honest());
        assertTrue(
                PayaraDoor.cookies(answer).stream()
                        .anyMatch(cookie -> cookie.startsWith("kvalitetsbro-lti-") && cookie.contains("Max-Age=0")),
                PayaraDoor.cookies(answer).toString());
    }

    @Test
    void whoever_goes_back_to_a_launch_in_the_browser_is_told_so_and_may_go_on() throws Exception {
        Forgery.Attempt launch = door.as("maja").honest();
        String session = PayaraDoor.session(door.send(launch)).orElseThrow();

        HttpResponse<String> again = door.send(
                new Forgery.Attempt(launch.path(), launch.fields(), Optional.empty()),
                "Origin",
                platform.issuer(),
                "Cookie",
                session);

        assertEquals(401, again.statusCode());
        assertTrue(again.body().contains("was used already"), again.body());
        assertTrue(again.body().contains("href=\"/app/\">Go on in Kvalitetsbro"), again.body());
        assertEquals(Optional.empty(), PayaraDoor.session(again));
        assertEquals(
                "/app/mine-forloeb",
                door.get("", session).headers().firstValue("Location").orElseThrow());
    }

    @Test
    void the_address_of_launches_leads_to_the_beginning_where_nothing_is_posted() throws Exception {
        HttpResponse<String> answer = door.get("lti/launch", "none=1", "Accept", "text/html");

        assertEquals(303, answer.statusCode());
        assertEquals("/app/", answer.headers().firstValue("Location").orElseThrow());
    }

    @Test
    void a_link_to_a_page_leads_there_if_the_table_of_rights_lets_one() throws Exception {
        String results = "dagtilbud/" + TwoHouses.OWN + "/resultater";
        HttpResponse<String> answer = door.as("karen").send(to(results));
        assertEquals("/app/" + results, answer.headers().firstValue("Location").orElseThrow());
        HttpResponse<String> log = door.send(to("log"));
        assertEquals(303, log.statusCode());
        assertEquals(403, door.get("log", PayaraDoor.session(log).orElseThrow()).statusCode());
    }

    @Test
    void whoever_is_unknown_here_reads_their_key_and_whom_to_ask() throws Exception {
        HttpResponse<String> english = door.as("ny-kollega").send(door.honest());
        assertEquals(403, english.statusCode());
        assertTrue(english.body().contains("Moodle knows you as ny-kollega"), english.body());
        assertTrue(english.body().contains("Tell your leader"), english.body());
    }

    @Test
    void an_empty_idnumber_is_called_so() throws Exception {
        HttpResponse<String> answer = door.as("").send(door.honest());
        assertEquals(403, answer.statusCode());
        assertTrue(answer.body().contains("the ID number of your account is empty"), answer.body());
    }

    @Test
    void the_page_is_danish_for_whoever_reads_danish_in_moodle() throws Exception {
        Forgery.Begun login = door.as("ny-kollega").begun();
        Map<String, Object> claims = door.claims(login);
        claims.put(Claims.LTI + "launch_presentation", Map.of("locale", "da"));
        HttpResponse<String> answer = door.send(door.answer(login, platform.sign(claims)));
        assertTrue(answer.body().contains("Moodle kender dig som ny-kollega"), answer.body());
    }

    @Test
    void the_tools_public_keys_can_be_read_and_no_private_ones() throws Exception {
        HttpResponse<String> keys = door.get("lti/keys", "none=1");
        assertEquals(
                "application/json", keys.headers().firstValue("Content-Type").orElseThrow());
        JWKSet published = JWKSet.parse(keys.body());
        assertFalse(published.getKeys().isEmpty());
        assertFalse(published.containsNonPublicKeys());
    }

    private Forgery.Attempt to(String page) {
        Forgery.Begun login = door.begun();
        Map<String, Object> claims = door.claims(login);
        claims.put(Claims.LTI + "target_link_uri", door.root() + page);
        return door.answer(login, platform.sign(claims));
    }
}
