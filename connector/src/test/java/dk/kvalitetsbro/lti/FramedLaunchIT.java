package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A platform shows the launch in a frame of its own page, where browsers may keep cookies away. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class FramedLaunchIT {
    private static final String[] IN_A_FRAME = {"Sec-Fetch-Dest", "iframe"};

    private static final String[] FROM_OUR_PAGE = {"Sec-Fetch-Dest", "iframe", "Sec-Fetch-Site", "same-origin"};

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
    void a_login_in_a_frame_begins_anew_in_a_window() throws Exception {
        HttpResponse<String> framed = door.send(door.login(), IN_A_FRAME);
        assertEquals(200, framed.statusCode(), framed.body());
        assertEquals(List.of(), PayaraDoor.cookies(framed));
        assertTrue(framed.body().contains("target=\"_blank\""), framed.body());

        HttpResponse<String> anew = door.get(href(framed, "open"), "none=1", "Sec-Fetch-Dest", "document");
        assertEquals(303, anew.statusCode(), anew.body());
        String question = anew.headers().firstValue("Location").orElseThrow();
        assertTrue(question.startsWith(platform.issuer() + "/mod/lti/auth.php?"), question);
        assertTrue(question.contains("lti_message_hint=%7B%22cmid%22%3A1%2C%22launchid%22%3A1115413623%7D"), question);
    }

    @Test
    void a_login_that_breaks_a_rule_is_refused_in_the_frame_already() throws Exception {
        var unknown = door.login().with("iss", "https://evil.example");

        assertEquals(403, door.send(unknown, IN_A_FRAME).statusCode());
    }

    @Test
    void outside_a_frame_a_cookie_is_enough_whatever_the_platform_offers_to_keep() throws Exception {
        var offered = door.login().and("lti_storage_target", "_parent");

        assertEquals(303, door.send(offered).statusCode());
    }

    @Test
    void registered_platforms_may_frame_it_and_nobody_may_frame_another_page() throws Exception {
        String policy = policy(door.send(door.login(), IN_A_FRAME));
        Matcher ancestors = Pattern.compile("frame-ancestors ([^;]*)").matcher(policy);
        assertTrue(ancestors.find() && List.of(ancestors.group(1).split(" ")).contains(platform.issuer()), policy);
        assertTrue(policy(door.get("log-ind", "none=1")).contains("frame-ancestors 'none'"));
    }

    @Test
    void whoever_chooses_what_to_place_in_a_course_stays_in_the_frame() throws Exception {
        Forgery.Attempt choosing =
                door.login().with("lti_message_hint", "{\"launchid\":\"ltilaunch_ContentItemSelectionRequest1\"}");
        assertEquals(303, door.send(choosing, IN_A_FRAME).statusCode());
        assertEquals(303, door.send(door.login().and("her", "1"), IN_A_FRAME).statusCode());
    }

    @Test
    void a_launch_that_arrives_in_a_frame_goes_on_in_a_window_once_and_from_our_page_alone() throws Exception {
        HttpResponse<String> framed = door.as("maja").send(door.honest(), IN_A_FRAME);
        assertEquals(200, framed.statusCode(), framed.body());
        assertEquals(Optional.empty(), PayaraDoor.session(framed));
        assertEquals(0, windowsForMoreThanTwoMinutes());
        String window = href(framed, "open");
        assertEquals(
                401, door.get(window, "none=1", "Sec-Fetch-Site", "cross-site").statusCode());

        HttpResponse<String> opened = door.get(window, "none=1", "Sec-Fetch-Site", "same-origin");
        assertEquals(303, opened.statusCode(), opened.body());
        String session = PayaraDoor.session(opened).orElseThrow();
        assertTrue(door.get("mine-forloeb", session).body().contains("Maja Vandrer"));
        assertEquals(
                401, door.get(window, "none=1", "Sec-Fetch-Site", "same-origin").statusCode());
    }

    private static long windowsForMoreThanTwoMinutes() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery("select count(*) from access.sign_in_state"
                        + " where purpose = 'lti-window' and expires > now() + interval '2 minutes'")
                .mapTo(Long.class)
                .one());
    }

    @Test
    void a_made_up_ticket_opens_nothing() throws Exception {
        for (String ticket : List.of("?billet=", "?billet=a.b", "?billet=a", "?billet=a.b.c")) {
            assertEquals(
                    401,
                    door.get("lti/vindue" + ticket, "none=1", "Sec-Fetch-Site", "same-origin")
                            .statusCode(),
                    ticket);
        }
        assertEquals(400, door.get("lti/vindue", "none=1").statusCode());
    }

    @Test
    void a_platform_that_offers_to_keeps_the_proof_of_the_login() throws Exception {
        HttpResponse<String> login = door.send(door.login().and("lti_storage_target", "_parent"), IN_A_FRAME);
        assertEquals(200, login.statusCode(), login.body());
        assertEquals(platform.issuer(), data(login, "origin"));
        String proof = data(login, "proof");
        URI question = URI.create(href(login, "lti-storage"));
        String nonce = question.getQuery().replaceFirst("^.*&nonce=", "");
        var begun = new Forgery.Begun(data(login, "state"), nonce, proof);

        Forgery.Attempt answer = Forgery.Attempt.launch(
                begun.state(), platform.sign(door.as("maja").claims(begun)), Optional.empty());
        HttpResponse<String> asked = door.send(answer.and("lti_storage_target", "_parent"), IN_A_FRAME);
        assertEquals("get", data(asked, "act"));
        assertEquals(
                401, door.send(answer.and("proof", "guessed"), FROM_OUR_PAGE).statusCode());

        HttpResponse<String> brought = door.send(answer.and("proof", proof), FROM_OUR_PAGE);
        assertEquals(200, brought.statusCode(), brought.body());
        assertTrue(href(brought, "open").contains("lti/vindue?billet="));
    }

    @Test
    void a_proof_that_another_site_brings_signs_nobody_in_as_somebody_else() throws Exception {
        Forgery.Begun forgers = door.as("ole").begun();
        Forgery.Attempt answer = Forgery.Attempt.launch(
                        forgers.state(), platform.sign(door.claims(forgers)), Optional.empty())
                .and("proof", forgers.cookie());
        assertEquals(401, door.send(answer, "Origin", "https://evil.example").statusCode());
        String own = base.getProtocol() + "://" + base.getAuthority();
        assertEquals(401, door.send(answer, "Origin", own + ".evil.example").statusCode());
        assertEquals(401, door.send(answer, "Referer", own + ".evil.example/").statusCode());
        assertEquals(401, door.send(answer, "Sec-Fetch-Site", "cross-site").statusCode());
        assertEquals(401, door.send(answer, "X", "y").statusCode());
        assertEquals(303, door.send(answer, "Sec-Fetch-Site", "same-origin").statusCode());
    }

    @Test
    void without_what_the_browser_or_the_platform_kept_nobody_is_let_in() throws Exception {
        Forgery.Begun login = door.begun();
        Forgery.Attempt answer =
                Forgery.Attempt.launch(login.state(), platform.sign(door.claims(login)), Optional.empty());
        assertEquals(401, door.send(answer, IN_A_FRAME).statusCode());
        assertFalse(door.send(answer.and("proof", ""), IN_A_FRAME).body().contains("billet"));
    }

    private static String policy(HttpResponse<?> answer) {
        List<String> policies = answer.headers().allValues("Content-Security-Policy");
        assertEquals(1, policies.size(), policies.toString());
        return policies.get(0);
    }

    private static String href(HttpResponse<String> page, String id) {
        return found(page, "id=\"" + id + "\" href=\"([^\"]*)\"");
    }

    private static String data(HttpResponse<String> page, String name) {
        return found(page, "data-" + name + "=\"([^\"]*)\"");
    }

    private static String found(HttpResponse<String> page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        assertTrue(matcher.find(), page.body());
        return matcher.group(1).replace("&amp;", "&").replace("&quot;", "\"");
    }
}
