package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import dk.kvalitetsbro.lti.BrokenRegistration.Request;
import dk.kvalitetsbro.moodle.fake.MoodleFake;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.Settings;
import java.net.URL;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A platform registers itself with a link made here; everything else that looks like it is refused. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class RegistrationIT {
    private static final String TOKEN = "registration-token-of-the-platform";

    @ArquillianResource
    private URL base;

    private ScriptedPlatform platform;
    private Visitor sigurd;

    @BeforeEach
    void sigurd_looks_after_the_system() throws Exception {
        TwoHouses.build();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from lti.platform"));
        platform = ScriptedPlatform.start();
        sigurd = Visitor.at(base).signedInAs("sigurd");
    }

    @AfterEach
    void nothing_of_it_is_left() {
        platform.close();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from lti.platform"));
    }

    @Test
    void the_stand_in_registers_itself_and_people_may_come_from_it() throws Exception {
        try (var moodle = MoodleFake.start(new Settings(0, Optional.empty(), "token", MoodleVersion.V5_1))) {
            String issuer = moodle.lti().issuer();
            var answer = register(new Request(
                    link(issuer),
                    issuer + "/mod/lti/openid-configuration.php",
                    moodle.lti().registrationToken()));

            assertEquals(200, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("data-close-registration=\"" + issuer + "\""), answer.body());
            assertEquals(
                    Optional.of("default-src 'none'"),
                    answer.headers().firstValue("Content-Security-Policy").map(policy -> policy.split(";")[0]));
            assertTrue(
                    answer.headers()
                            .firstValue("Content-Security-Policy")
                            .orElse("")
                            .contains("frame-ancestors " + issuer),
                    answer.headers().toString());
            var tool = moodle.lti().tools().get(0);
            String own = base.toString().replaceFirst("/*$", "") + "/app/lti/";
            assertEquals(own + "launch", tool.launch().toString());
            assertEquals(own + "login", tool.login().toString());
            assertEquals(List.of(own + "launch"), tool.redirects());
            assertEquals(Optional.of(own + "launch"), tool.deepLinking().map(Object::toString));
            assertEquals(
                    issuer + " " + tool.clientId() + " ACTIVE 1 " + issuer + "/mod/lti/token.php",
                    TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                                    """
                                            select concat_ws(' ', issuer, client_id, state, d.id, token_endpoint)
                                              from lti.platform p join lti.deployment d on d.platform = p.id""")
                            .mapTo(String.class)
                            .one()));
        }
    }

    @Test
    void a_link_works_once() throws Exception {
        var request = new Request(link(platform.issuer()), platform.configurationAddress(), TOKEN);

        assertEquals(200, register(request).statusCode());
        assertEquals(403, register(request).statusCode());
        assertEquals(1, platform.registrations().size());
    }

    @Test
    void a_link_works_for_an_hour_only() throws Exception {
        var request = new Request(link(platform.issuer()), platform.configurationAddress(), TOKEN);
        TwoHouses.jdbi()
                .useHandle(handle -> handle.execute(
                        "update access.sign_in_state set expires = now() where purpose = 'lti-registration'"));

        assertEquals(403, register(request).statusCode());
    }

    @Test
    void what_is_not_complete_leaves_the_link_for_another_time() throws Exception {
        var request = new Request(link(platform.issuer()), platform.configurationAddress(), TOKEN);

        assertEquals(400, register(request.token("")).statusCode());
        assertEquals(200, register(request).statusCode());
    }

    @Test
    void the_platform_is_told_no_more_than_it_has_to_know() throws Exception {
        register(new Request(link(platform.issuer()), platform.configurationAddress(), TOKEN));

        String told = platform.registrations().get(0);
        assertTrue(told.startsWith("Bearer " + TOKEN + " {"), told);
        assertTrue(told.contains("\"claims\":[\"iss\",\"sub\"]"), told);
        assertFalse(told.contains("email"), told);
    }

    @Test
    void broken_ones_are_refused_with_a_sentence_and_a_line_in_the_audit_log() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (BrokenRegistration broken : BrokenRegistration.all()) {
            try (var asked = ScriptedPlatform.start()) {
                Request request = broken.breaking()
                        .apply(asked, new Request(link(asked.issuer()), asked.configurationAddress(), TOKEN));
                long before = refusals(broken.reason());
                var answer = register(request);
                String sentence = Jsoup.parse(answer.body())
                        .select("[data-problem-sentence]")
                        .text();
                boolean right = answer.statusCode() == broken.status()
                        && sentence.endsWith(".")
                        && !sentence.contains("??")
                        && refusals(broken.reason()) == before + 1
                        && !answer.body().contains(TOKEN)
                        && !answer.body().contains("Stack trace")
                        && platforms() == 0;
                if (!right) {
                    wrong.add(broken + ": " + answer.statusCode() + " " + sentence);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(BrokenRegistration.all().size() >= 30);
    }

    @Test
    void a_refusal_can_be_read_in_the_frame_of_the_platform_that_was_invited_and_of_no_other() throws Exception {
        platform.tells(404, "");
        var invited = register(new Request(link(platform.issuer()), platform.configurationAddress(), TOKEN));
        var stranger = register(new Request("made.up", platform.configurationAddress(), TOKEN));

        assertTrue(policy(invited).contains("frame-ancestors " + platform.issuer()), policy(invited));
        assertFalse(policy(stranger).contains(platform.issuer()), policy(stranger));
    }

    private static String policy(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Security-Policy").orElse("");
    }

    private String link(String issuer) throws Exception {
        var page = sigurd.post("app/moodle/lti/invitation", "issuer", issuer);
        String link = Jsoup.parse(page.body())
                .select("[data-registration-link] .kb-value-text")
                .text();
        return link.replaceFirst("^.*link=", "");
    }

    private HttpResponse<String> register(Request request) throws Exception {
        return Visitor.at(base)
                .accepting("text/html")
                .get("app/lti/registrering?link=" + encoded(request.link()) + "&openid_configuration="
                        + encoded(request.configuration()) + "&registration_token=" + encoded(request.token()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static long refusals(String reason) {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select count(*) from access.audit where action = 'lti.registrationRefused' and detail = ?")
                .bind(0, reason)
                .mapTo(Long.class)
                .one());
    }

    private static long platforms() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery("select count(*) from lti.platform")
                .mapTo(Long.class)
                .one());
    }
}
