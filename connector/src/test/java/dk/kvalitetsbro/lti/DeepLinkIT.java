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
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody chooses in a frame of the platform's what is to stand in a course, and the platform gets it signed. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class DeepLinkIT {
    private static final String DL = "https://purl.imsglobal.org/spec/lti-dl/claim/";

    @ArquillianResource
    private URL base;

    private MoodleFake moodle;
    private LtiTool tool;
    private LaunchingBrowser browser;

    @BeforeEach
    void maja_works_in_one_of_two_houses_that_both_have_a_workshop() throws Exception {
        TwoHouses.build();
        TwoHouses.furnish();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from lti.platform"));
        moodle = MoodleFake.start(new Settings(0, Optional.empty(), "token", MoodleVersion.V5_1));
        URI root = LaunchingBrowser.root(base);
        tool = moodle.lti()
                .add("Kvalitetsbro", root.resolve("lti/launch"), root.resolve("lti/login"), root.resolve("lti/keys"));
        browser = new LaunchingBrowser(base, moodle.lti(), tool);
        register();
    }

    private void register() throws Exception {
        assertEquals(
                303,
                Visitor.at(base)
                        .signedInAs("sigurd")
                        .post(
                                "app/moodle/lti",
                                "issuer",
                                moodle.lti().issuer(),
                                "client",
                                tool.clientId(),
                                "deployments",
                                String.valueOf(tool.id()))
                        .statusCode());
    }

    @AfterEach
    void nothing_of_it_is_left() {
        moodle.close();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from lti.platform"));
    }

    @Test
    void what_is_offered_is_ones_own() throws Exception {
        Set<String> offered = offered(question());

        assertTrue(offered.contains("mine-forloeb"), offered.toString());
        assertTrue(offered.contains("dagtilbud/WALK-OWN/resultater"), offered.toString());
        assertTrue(offered.stream().anyMatch(page -> page.startsWith("dagtilbud/WALK-OWN/workshops/")));
        assertTrue(offered.stream().noneMatch(page -> page.contains("WALK-OTHER")), offered.toString());
    }

    @Test
    void moodle_takes_what_was_chosen() throws Exception {
        var question = question();
        String workshop = offered(question).stream()
                .filter(page -> page.contains("/workshops/"))
                .findFirst()
                .orElseThrow();

        var answer = choose(ticket(question), "mine-forloeb", workshop);

        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                List.of("maja mine-forloeb", "maja " + workshop),
                TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                                """
                                select actor || ' ' || subject from access.audit
                                 where action = 'lti.placed' and detail = ? order by id""")
                        .bind(0, moodle.lti().issuer())
                        .mapTo(String.class)
                        .list()));
        assertEquals(200, sendToMoodle(answer).statusCode());
        JsonObject claims = moodle.lti().placed().get(0);
        assertEquals(tool.clientId(), claims.getString("iss"));
        assertEquals(moodle.lti().issuer(), claims.getString("aud"));
        assertEquals("a b&c=\u00e6 {\"d\":1}", claims.getString(DL + "data"), "the platform's own data, unaltered");
        assertEquals("LtiDeepLinkingResponse", claims.getString(LaunchingBrowser.LTI + "message_type"));
        assertEquals("1.3.0", claims.getString(LaunchingBrowser.LTI + "version"));
        assertEquals(String.valueOf(tool.id()), claims.getString(LaunchingBrowser.LTI + "deployment_id"));
        Map<String, JsonObject> items = moodle.lti().contentItems().stream()
                .collect(Collectors.toMap(item -> item.getString("url"), item -> item));
        assertEquals(Set.of(browser.root() + "mine-forloeb", browser.root() + workshop), items.keySet());
        assertEquals(
                1,
                items.get(browser.root() + workshop).getJsonObject("lineItem").getInt("scoreMaximum"));
        assertFalse(items.get(browser.root() + "mine-forloeb").containsKey("lineItem"));
    }

    @Test
    void what_was_placed_opens_that_page() throws Exception {
        var opened =
                browser.launch(claims -> claims.add(LaunchingBrowser.LTI + "message_type", "LtiResourceLinkRequest")
                        .add(LaunchingBrowser.LTI + "target_link_uri", browser.root() + "dagtilbud/WALK-OWN/resultater")
                        .add(
                                LaunchingBrowser.LTI + "resource_link",
                                Json.createObjectBuilder().add("id", "7")));

        assertEquals(303, opened.statusCode(), opened.body());
        assertTrue(
                opened.headers().firstValue("Location").orElse("").endsWith("app/dagtilbud/WALK-OWN/resultater"),
                opened.headers().toString());
    }

    @Test
    void the_page_stands_in_a_frame_of_the_platform_and_of_nobody_else_and_begins_no_session() throws Exception {
        var question = question();

        String policy = question.headers().firstValue("Content-Security-Policy").orElse("");
        assertTrue(policy.contains("frame-ancestors " + moodle.lti().issuer()), policy);
        assertTrue(
                question.headers().allValues("Set-Cookie").stream()
                        .noneMatch(cookie -> cookie.startsWith("kvalitetsbro=")),
                question.headers().toString());
        String answers = choose(ticket(question), "mine-forloeb")
                .headers()
                .firstValue("Content-Security-Policy")
                .orElse("");
        assertTrue(answers.contains("form-action 'self' " + moodle.lti().issuer()), answers);
    }

    @Test
    void only_one_is_placed_where_only_one_is_taken() throws Exception {
        var question =
                browser.launch(claims -> BrokenDeepLink.honest(moodle.lti().issuer())
                        .apply(claims)
                        .add(
                                DeepLinkRequest.SETTINGS,
                                ScriptedPlatform.without(
                                        BrokenDeepLink.settings(moodle.lti().issuer()), "accept_multiple")));
        sendToMoodle(choose(ticket(question), "mine-forloeb", "dagtilbud/WALK-OWN/resultater"));

        assertEquals(1, moodle.lti().contentItems().size());
    }

    @Test
    void whoever_changes_their_mind_places_nothing() throws Exception {
        var answer = browser.post(
                "lti/valg", "", Map.of("ticket", ticket(question()), "side", "mine-forloeb", "fortryd", "ja"));
        sendToMoodle(answer);

        assertEquals(1, moodle.lti().placed().size());
        assertEquals(List.of(), moodle.lti().contentItems());
    }

    @Test
    void whoever_chooses_nothing_or_a_page_that_is_not_theirs_is_asked_again() throws Exception {
        for (String page : List.of("", "dagtilbud/WALK-OTHER/resultater", "https://evil.example/", "moodle", "../x")) {
            var again = choose(ticket(question()), page);
            assertEquals(1, Jsoup.parse(again.body()).select("[data-refusal]").size(), page);
            assertEquals(
                    200, sendToMoodle(choose(ticket(again), "mine-forloeb")).statusCode());
        }
    }

    @Test
    void whoever_reads_moodle_in_english_goes_on_reading_english() throws Exception {
        var question =
                browser.launch(claims -> BrokenDeepLink.honest(moodle.lti().issuer())
                        .apply(claims)
                        .add(
                                LaunchingBrowser.LTI + "launch_presentation",
                                Json.createObjectBuilder().add("locale", "en")));
        String shown = Jsoup.parse(question.body()).select("input[name=sprog]").attr("value");
        var again = browser.post("lti/valg", "", Map.of("ticket", ticket(question), "sprog", shown));

        assertEquals("en", Jsoup.parse(question.body()).select("html").attr("lang"));
        assertEquals("en", Jsoup.parse(again.body()).select("html").attr("lang"));
    }

    @Test
    void what_is_broken_is_refused_by_its_rule_with_a_sentence_and_a_line_in_the_audit_log() throws Exception {
        question();
        List<String> wrong = new ArrayList<>();
        for (BrokenDeepLink broken : BrokenDeepLink.all()) {
            long before = entries("lti.refused", broken.rule().name());
            var answer = browser.launch(broken.breaking().apply(moodle.lti().issuer()));
            String sentence =
                    Jsoup.parse(answer.body()).select("[data-problem-sentence]").text();
            boolean right = answer.statusCode() == broken.rule().status()
                    && sentence.endsWith(".")
                    && !sentence.contains("??")
                    && entries("lti.refused", broken.rule().name()) == before + 1
                    && !answer.body().contains("name=\"ticket\"");
            if (!right) {
                wrong.add(broken + ": " + answer.statusCode() + " " + sentence);
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void a_ticket_that_is_not_one_is_refused() throws Exception {
        String used = ticket(question());
        choose(used, "mine-forloeb");
        String old = ticket(question());
        TwoHouses.jdbi()
                .useHandle(handle -> handle.execute(
                        "update access.sign_in_state set expires = now() where purpose = 'lti-selection'"));
        String link = Jsoup.parse(Visitor.at(base)
                        .signedInAs("sigurd")
                        .post(
                                "app/moodle/lti/invitation",
                                "issuer",
                                moodle.lti().issuer())
                        .body())
                .select("[data-registration-link] .kb-value-text")
                .text()
                .replaceFirst("^.*link=", "");

        for (String ticket : List.of("", "made.up", "a.b.c", "' or 1=1; --", used, old, link, "x".repeat(5000))) {
            long before = entries("lti.selectionRefused", "TICKET");
            var answer = choose(ticket, "mine-forloeb");
            assertEquals(403, answer.statusCode(), ticket);
            assertTrue(answer.body().contains("Valget er sendt før"), answer.body());
            assertEquals(before + 1, entries("lti.selectionRefused", "TICKET"), ticket);
        }
    }

    @Test
    void a_ticket_is_worth_nothing_once_its_platform_or_its_person_has_gone() throws Exception {
        long platformRefusals = entries("lti.selectionRefused", "PLATFORM");
        String ofClosed = ticket(question());
        TwoHouses.jdbi().useHandle(handle -> handle.execute("update lti.platform set state = 'DISABLED'"));
        assertEquals(403, choose(ofClosed, "mine-forloeb").statusCode());
        assertEquals(platformRefusals + 1, entries("lti.selectionRefused", "PLATFORM"));
        TwoHouses.jdbi().useHandle(handle -> handle.execute("update lti.platform set state = 'ACTIVE'"));

        long personRefusals = entries("lti.selectionRefused", "PERSON");
        String ofGone = ticket(question());
        TwoHouses.jdbi()
                .useHandle(handle -> handle.execute(
                        "update organisation.employment set employed_to = '2016-01-01' where number = 'walk-1'"));
        try {
            assertEquals(403, choose(ofGone, "mine-forloeb").statusCode());
            assertEquals(personRefusals + 1, entries("lti.selectionRefused", "PERSON"));
        } finally {
            TwoHouses.jdbi()
                    .useHandle(handle -> handle.execute(
                            "update organisation.employment set employed_to = null where number = 'walk-1'"));
        }
    }

    @Test
    void another_site_cannot_choose_for_somebody() throws Exception {
        var answer = browser.postFrom(
                "https://evil.example", "lti/valg", Map.of("ticket", ticket(question()), "side", "mine-forloeb"));

        assertEquals(403, answer.statusCode());
        assertEquals(List.of(), moodle.lti().placed());
    }

    private HttpResponse<String> question() throws Exception {
        var page = browser.launch(BrokenDeepLink.honest(moodle.lti().issuer()));
        assertEquals(200, page.statusCode(), page.body());
        return page;
    }

    private static String ticket(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("input[name=ticket]").attr("value");
    }

    private static Set<String> offered(HttpResponse<String> page) {
        return Set.copyOf(Jsoup.parse(page.body()).select("input[name=side]").eachAttr("value"));
    }

    private HttpResponse<String> choose(String ticket, String... pages) throws Exception {
        return browser.post(
                "lti/valg",
                "",
                Stream.concat(
                                Stream.of(Map.entry("ticket", ticket)),
                                Stream.of(pages).map(page -> Map.entry("side", page)))
                        .toList());
    }

    /** Sends the form as the browser does, which is by itself with the script and with the button without. */
    private HttpResponse<String> sendToMoodle(HttpResponse<String> page) throws Exception {
        var form = Jsoup.parse(page.body()).select("form[data-send-at-once]").first();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(form.attr("action")))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "JWT=" + form.select("input[name=JWT]").attr("value")))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static long entries(String action, String detail) {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select count(*) from access.audit where action = ? and split_part(detail, ' ', 1) = ?")
                .bind(0, action)
                .bind(1, detail)
                .mapTo(Long.class)
                .one());
    }
}
