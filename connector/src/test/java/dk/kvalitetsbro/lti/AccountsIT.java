package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody writes another's number into their account in Moodle, or has really got another account or number. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class AccountsIT {
    private static final String[] IN_A_FRAME = {"Sec-Fetch-Dest", "iframe"};

    @ArquillianResource
    private URL base;

    private final TestPlatform platform = TestPlatform.start();
    private PayaraDoor door;

    @BeforeEach
    void maja_and_karen_have_come_with_their_accounts() throws Exception {
        TwoHouses.build();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from lti.platform"));
        door = new PayaraDoor(platform, base);
        door.open();
        assertEquals(303, launch("maja", "5").statusCode());
        assertEquals(303, launch("karen", "6").statusCode());
    }

    @AfterEach
    void the_platform_stops() {
        platform.close();
        TwoHouses.jdbi().useHandle(handle -> handle.execute("delete from lti.platform"));
    }

    @Test
    void an_account_with_somebody_elses_number_is_refused_and_the_log_names_it() throws Exception {
        for (String other : new String[] {"karen", "anne"}) {
            HttpResponse<String> refused = launch(other, "5");
            assertRefused(refused, "has been in Kvalitetsbro before, as somebody else");
            assertEquals(
                    "SAME_PERSON sub=5 iss=" + platform.issuer() + " was=maja", newestRefusalOf(other), refused.body());
        }
        assertEquals(303, launch("maja", "5").statusCode());
        assertEquals(303, launch("anne", "7").statusCode(), "who was refused has taken nobody's place");
    }

    @Test
    void another_account_with_a_number_that_has_come_is_refused_and_the_log_names_it() throws Exception {
        assertRefused(launch("karen", "8"), "from another account");
        assertEquals("SAME_ACCOUNT sub=8 iss=" + platform.issuer(), newestRefusalOf("karen"));
        assertEquals(303, launch("karen", "6").statusCode());
    }

    @Test
    void in_a_frame_too() throws Exception {
        HttpResponse<String> framed = door.as("karen", "5").send(door.honest(), IN_A_FRAME);
        assertEquals(403, framed.statusCode(), framed.body());
    }

    @Test
    void an_account_that_was_free_when_a_window_was_offered_is_asked_for_again_when_it_opens() throws Exception {
        HttpResponse<String> framed = door.as("anne", "9").send(door.honest(), IN_A_FRAME);
        assertEquals(200, framed.statusCode(), framed.body());
        forget("anne");
        assertEquals(303, launch("anne", "10").statusCode());

        String window = framed.body()
                .replaceFirst("(?s)^.*id=\"open\" href=\"([^\"]*)\".*$", "$1")
                .replace("&amp;", "&");
        assertEquals(
                403, door.get(window, "none=1", "Sec-Fetch-Site", "same-origin").statusCode());
    }

    @Test
    void whoever_is_unknown_here_takes_nobodys_place() throws Exception {
        assertEquals(403, launch("nobody-here", "11").statusCode());
        assertEquals(303, launch("anne", "11").statusCode());
    }

    @Test
    void once_forgotten_another_account_is_let_in_and_the_first_one_no_more() throws Exception {
        forget("karen");

        assertEquals(303, launch("karen", "8").statusCode());
        assertRefused(launch("karen", "6"), "from another account");
        assertEquals(
                "sub=6 iss=" + platform.issuer(),
                newest("action = 'lti.accountReleased' and actor = 'sigurd' and subject = 'karen'"));
    }

    @Test
    void whoever_had_come_with_an_account_that_is_forgotten_is_signed_in_no_longer() throws Exception {
        String karen = signedIn(launch("karen", "6"));
        String maja = signedIn(launch("maja", "5"));
        assertEquals(200, page("mine-forloeb", karen));

        forget("karen");

        assertEquals(303, page("mine-forloeb", karen));
        assertEquals(200, page("mine-forloeb", maja), "nobody else is signed out");
    }

    @Test
    void what_nobody_came_as_cannot_be_forgotten() throws Exception {
        var sigurd = Visitor.at(base).signedInAs("sigurd");
        assertEquals(303, sigurd.post(page(), "person", "ole").statusCode());
        assertTrue(sigurd.get("app/moodle/lti").body().contains("Ingen er kommet fra Kommunens Moodle som ole"));
        assertEquals(422, sigurd.post(page(), "person", " ").statusCode());
    }

    @Test
    void whether_and_since_when_somebody_comes_with_an_account_is_told_to_whoever_asks_and_noted() throws Exception {
        var sigurd = Visitor.at(base).signedInAs("sigurd");
        String konto = page().replace("/glem", "/konto");

        Document karens = Jsoup.parse(sigurd.post(konto, "person", "karen").body());

        assertEquals(1, karens.select("[data-bound=true]").size());
        assertTrue(
                karens.select("[data-bound]").text().contains("karen kom fra Kommunens Moodle første gang"),
                karens.text());
        assertEquals(
                List.of("karen"),
                karens.select("[data-bound] form input[name=person]").eachAttr("value"));
        assertEquals(
                platform.issuer(), newest("action = 'lti.accountAsked' and actor = 'sigurd' and subject = 'karen'"));
        Document oles = Jsoup.parse(sigurd.post(konto, "person", "ole").body());
        assertEquals(1, oles.select("[data-bound=false]").size());
        assertEquals(0, oles.select("[data-bound] form").size());
        assertEquals(422, sigurd.post(konto, "person", " ").statusCode());
        Document all = Jsoup.parse(sigurd.get("app/moodle/lti").body());
        assertEquals(
                List.of("0", "0", "2"),
                all.select("[data-accounts]").eachAttr("data-accounts").stream()
                        .sorted()
                        .toList());
        assertFalse(all.text().contains("karen"), "no list of who has come");
    }

    private void forget(String person) throws Exception {
        assertEquals(
                303,
                Visitor.at(base)
                        .signedInAs("sigurd")
                        .post(page(), "person", person)
                        .statusCode());
    }

    private static String page() {
        return "app/moodle/lti/"
                + one("select id from lti.platform where client_id = '" + TestPlatform.CLIENT + "'")
                        .orElseThrow()
                + "/glem";
    }

    private HttpResponse<String> launch(String idnumber, String account) throws Exception {
        return door.as(idnumber, account).send(door.honest());
    }

    private static String signedIn(HttpResponse<String> launched) {
        return PayaraDoor.session(launched).orElseThrow();
    }

    private int page(String path, String session) throws Exception {
        return door.get(path, session).statusCode();
    }

    private static void assertRefused(HttpResponse<String> answer, String sentence) {
        assertEquals(403, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains(sentence), answer.body());
        assertEquals(Optional.empty(), PayaraDoor.session(answer));
    }

    private static String newestRefusalOf(String person) {
        return newest("action = 'lti.refused' and subject = '" + person + "'");
    }

    private static String newest(String such) {
        return one("select detail from access.audit where " + such + " order by id desc limit 1")
                .orElse("");
    }

    private static Optional<String> one(String query) {
        return TwoHouses.jdbi()
                .withHandle(
                        handle -> handle.createQuery(query).mapTo(String.class).findOne());
    }
}
