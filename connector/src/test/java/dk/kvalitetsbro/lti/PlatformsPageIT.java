package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import dk.kvalitetsbro.moodle.fake.LtiTool;
import dk.kvalitetsbro.moodle.fake.MoodleFake;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.Settings;
import jakarta.json.Json;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever looks after the system registers a Moodle by hand, tries it, closes it and removes it. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PlatformsPageIT {
    private static final String PAGE = "app/moodle/lti";

    @ArquillianResource
    private URL base;

    private MoodleFake moodle;
    private LtiTool tool;
    private Visitor sigurd;

    @BeforeEach
    void moodle_has_the_tool_already() throws Exception {
        TwoHouses.build();
        TwoHouses.furnish();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from lti.platform"));
        moodle = MoodleFake.start(new Settings(0, Optional.empty(), "token", MoodleVersion.V4_5));
        URI root = LaunchingBrowser.root(base);
        tool = moodle.lti()
                .add("Kvalitetsbro", root.resolve("lti/launch"), root.resolve("lti/login"), root.resolve("lti/keys"));
        sigurd = Visitor.at(base).signedInAs("sigurd");
    }

    @AfterEach
    void nothing_of_it_is_left() {
        moodle.close();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from lti.platform"));
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from outbox.entry where kind = 'score'"));
    }

    @Test
    void both_sides_values_stand_beside_each_other() throws Exception {
        add();

        Document page = page();
        String values = page.select(".kb-platform[data-platform] .kb-value-text")
                .eachText()
                .toString();
        String issuer = moodle.lti().issuer();
        for (String value : List.of(
                issuer,
                tool.clientId(),
                issuer + "/mod/lti/auth.php",
                issuer + "/mod/lti/token.php",
                issuer + "/mod/lti/certs.php",
                tool.launch().toString(),
                tool.login().toString(),
                "-----BEGIN PUBLIC KEY-----")) {
            assertTrue(values.contains(value), value + " in " + values);
        }
        assertEquals(List.of(), page.select("[data-keys=unread]"), "Moodle's keys are read");
    }

    @Test
    void keys_that_cannot_be_fetched_are_told_of() throws Exception {
        add("jwks", moodle.lti().issuer() + "/no-keys-here");
        assertEquals(1, page().select("[data-keys=unread]").size());

        add("jwks", moodle.lti().issuer() + "/no-keys-here", "key", pem());
        assertEquals(0, page().select("[data-keys=unread]").size(), "a pasted key is not fetched");
    }

    @Test
    void trying_tells_whether_moodle_gives_access() throws Exception {
        add();
        assertTrue(notice("/proev").contains("giver Kvalitetsbro adgang"));

        sigurd.post(PAGE + "/noegle");
        assertTrue(notice("/proev").contains("giver Kvalitetsbro adgang"), "Moodle reads the new key by itself");

        moodle.lti()
                .change(
                        tool.clientId(),
                        it -> new LtiTool(
                                it.id(),
                                it.clientId(),
                                it.name(),
                                it.launch(),
                                it.login(),
                                it.redirects(),
                                Optional.of(URI.create("http://127.0.0.1:1/keys")),
                                Optional.empty(),
                                it.deepLinking(),
                                it.scopes()));
        assertTrue(notice("/proev").contains("giver ikke Kvalitetsbro adgang"));

        moodle.close();
        assertTrue(notice("/proev").contains("svarer ikke"));
    }

    @Test
    void from_a_closed_platform_nobody_comes_in_until_it_is_open_again() throws Exception {
        add();
        assertEquals(303, launch().statusCode());

        sigurd.post(PAGE + "/" + id() + "/tilstand", "til", "DISABLED");
        assertEquals("DISABLED", state());
        var login = new LaunchingBrowser(base, moodle.lti(), tool)
                .post(
                        "lti/login",
                        "",
                        Map.of(
                                "iss",
                                moodle.lti().issuer(),
                                "client_id",
                                tool.clientId(),
                                "login_hint",
                                "5",
                                "target_link_uri",
                                tool.launch().toString()));
        assertEquals(403, login.statusCode());

        sigurd.post(PAGE + "/" + id() + "/tilstand", "til", "ACTIVE");
        assertEquals(303, launch().statusCode());
    }

    @Test
    void what_is_removed_is_gone_with_what_came_from_it() throws Exception {
        add();
        launch();
        sigurd.post(PAGE + "/" + id() + "/fjern");

        assertEquals(List.of(), page().select("[data-platform]"));
        assertEquals(0, count("select count(*) from lti.course"));
    }

    @Test
    void other_values_take_the_place_of_the_first_ones_and_deployments_are_exactly_those_typed() throws Exception {
        add();
        add("name", "Kommunens Moodle", "deployments", "2, 3");

        assertEquals(1, count("select count(*) from lti.platform where name = 'Kommunens Moodle'"));
        assertEquals(2, count("select count(*) from lti.deployment where id in ('2', '3')"));
        assertEquals(2, count("select count(*) from lti.deployment"));
    }

    @Test
    void what_cannot_be_right_is_refused_and_what_was_typed_stays() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String[] broken : List.of(
                new String[] {"issuer", "http://moodle.example"},
                new String[] {"issuer", "javascript:alert(1)"},
                new String[] {"issuer", "https://a:b@moodle.example"},
                new String[] {"issuer", "https://moodle.example/?a=b"},
                new String[] {"issuer", ""},
                new String[] {"client", ""},
                new String[] {"client", "a b"},
                new String[] {"deployments", " , "},
                new String[] {"deployments", ""},
                new String[] {"auth", "http://moodle.example/auth"},
                new String[] {"token", "ftp://moodle.example/token"},
                new String[] {"jwks", "file:///etc/passwd"},
                new String[] {"key", "-----BEGIN PUBLIC KEY-----\nnot one\n-----END PUBLIC KEY-----"},
                new String[] {"name", "010100-1234"})) {
            var answer = sigurd.post(PAGE, values(broken));
            Document page = Jsoup.parse(answer.body());
            if (answer.statusCode() != 422
                    || page.select("[data-refusal]").isEmpty()
                    || count("select count(*) from lti.platform") != 0) {
                wrong.add(String.join("=", broken) + ": " + answer.statusCode());
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void participants_of_a_course_are_compared_with_the_organisation() throws Exception {
        add();
        launch();
        Document page = Jsoup.parse(
                sigurd.post(PAGE + "/" + id() + "/deltagere", "kursus", "2").body());

        assertTrue(page.select("[data-compared=2]").text().contains("Kurset har ingen deltagere"), page.text());
        assertEquals(
                1,
                count("select count(*) from access.audit where action = 'lti.participantsCompared' and subject = '"
                        + moodle.lti().issuer() + "' and detail = '2'"));
        assertEquals(
                404,
                sigurd.post(PAGE + "/" + id() + "/deltagere", "kursus", "99").statusCode());
    }

    @Test
    void a_contribution_to_the_workshop_that_an_activity_led_to_waits_to_be_told() throws Exception {
        add();
        String workshop = "dagtilbud/WALK-OWN/workshops/"
                + count("select min(id) from workshops.workshop where centre = 'WALK-OWN'");
        launch(workshop);
        var maja = Visitor.at(base).signedInAs("maja");

        assertEquals(
                303,
                maja.post("app/" + workshop + "/undren", "topic", "VALUES", "text", "Hvorfor?")
                        .statusCode());
        assertEquals(1, count("select count(*) from outbox.entry where kind = 'score'"));
    }

    @Test
    void a_link_of_the_page_is_shown_once_and_stored_nowhere() throws Exception {
        String link = Jsoup.parse(
                        sigurd.post(PAGE + "/invitation", "issuer", moodle.lti().issuer())
                                .body())
                .select("[data-registration-link] .kb-value-text")
                .text();

        assertTrue(link.contains("/app/lti/registrering?link="), link);
        assertFalse(page().text().contains(link));
        assertEquals(Set.of(), TwoHouses.tablesWith(link.replaceFirst("^.*[.]", "")));
    }

    private HttpResponse<String> launch() throws Exception {
        return launch("mine-forloeb");
    }

    private HttpResponse<String> launch(String page) throws Exception {
        URI lineItem = moodle.lti().addLineItem(2, tool);
        return new LaunchingBrowser(base, moodle.lti(), tool)
                .launch(claims -> claims.add(LaunchingBrowser.LTI + "message_type", "LtiResourceLinkRequest")
                        .add(LaunchingBrowser.LTI + "target_link_uri", LaunchingBrowser.root(base) + page)
                        .add(
                                LaunchingBrowser.LTI + "resource_link",
                                Json.createObjectBuilder().add("id", "7"))
                        .add(
                                LaunchingBrowser.LTI + "context",
                                Json.createObjectBuilder().add("id", "2").add("title", "Kerneopgaven"))
                        .add(
                                "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint",
                                Json.createObjectBuilder()
                                        .add("scope", Json.createArrayBuilder().add(ToolDescription.SCORE))
                                        .add("lineitem", lineItem.toString()))
                        .add(
                                "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice",
                                Json.createObjectBuilder()
                                        .add(
                                                "context_memberships_url",
                                                moodle.lti().membersOf(2, tool).toString())));
    }

    private String notice(String action) throws Exception {
        assertEquals(303, sigurd.post(PAGE + "/" + id() + action).statusCode());
        return page().select("[data-notice]").text();
    }

    private Document page() throws Exception {
        return Jsoup.parse(sigurd.get(PAGE).body());
    }

    private String pem() throws Exception {
        return page().select(".kb-value-text:contains(BEGIN PUBLIC KEY)")
                .first()
                .wholeText();
    }

    private void add(String... other) throws Exception {
        var answer = sigurd.post(PAGE, values(other));
        assertEquals(303, answer.statusCode(), answer.body());
    }

    private String[] values(String... other) {
        Map<String, String> fields = new LinkedHashMap<>(Map.of(
                "issuer", moodle.lti().issuer(),
                "client", tool.clientId(),
                "deployments", String.valueOf(tool.id())));
        for (int i = 0; i < other.length; i += 2) {
            fields.put(other[i], other[i + 1]);
        }
        return fields.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static long id() {
        return count("select id from lti.platform");
    }

    private static String state() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery("select state from lti.platform")
                .mapTo(String.class)
                .one());
    }

    private static long count(String query) {
        return TwoHouses.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(Long.class).one());
    }
}
