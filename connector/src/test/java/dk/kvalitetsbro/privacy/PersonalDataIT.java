package dk.kvalitetsbro.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URL;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A leader uses the product in every way that leaves something, reads it, leaves the municipality and is deleted. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class PersonalDataIT {
    private static final String CENTRE = "app/dagtilbud/WALK-OWN/";
    private static final String NAME = TwoHouses.name("karen");

    @ArquillianResource
    private URL base;

    @BeforeEach
    void two_centres_with_somebody_in_each_role() {
        TwoHouses.build();
        TwoHouses.furnish();
    }

    @AfterEach
    void karen_is_back_for_the_other_tests() {
        TwoHouses.build();
        TwoHouses.jdbi()
                .useHandle(handle -> handle.execute(
                        "update organisation.employment set employed_to = null where number = 'walk-2'"));
    }

    @Test
    void everything_one_leaves_is_told_and_when_one_is_deleted_nothing_is_found() throws Exception {
        var karen = Visitor.at(base).signedInAs("karen");
        leaveSomethingEverywhere(karen);

        var page = karen.get("app/mine-oplysninger").body();
        JsonObject file = json(karen.get("app/mine-oplysninger.json").body());

        assertEquals("karen", file.getString("person"));
        for (String kind : List.of(
                "access.log",
                "access.sessions",
                "assignments.gave",
                "organisation.employments",
                "organisation.person",
                "privacy.requests",
                "themes.decisions",
                "workshops.bubbles",
                "workshops.coreTasks",
                "workshops.voices")) {
            assertTrue(file.getJsonObject("held").containsKey(kind), kind + " is missing in " + file);
        }
        assertEquals(file.getJsonObject("held").keySet(), Set.copyOf(kindsOn(page)));
        assertFalse(page.contains("??"), page);

        var anne = Visitor.at(base).signedInAs("anne");
        assertFalse(anne.get("app/persondata/karen").body().contains("/slet"), "karen is still employed");
        assertEquals(422, erase(anne, "karen").statusCode());

        TwoHouses.jdbi()
                .useHandle(handle -> handle.execute(
                        "update organisation.employment set employed_to = '2016-01-01' where number = 'walk-2'"));
        assertTrue(anne.get("app/persondata/karen").body().contains("/slet"));
        assertEquals(422, erase(anne, "Karen").statusCode());
        assertEquals(303, erase(anne, "karen").statusCode());

        assertEquals(Set.of("access.audit"), TwoHouses.tablesWith("\\mkaren\\M|" + NAME + "|walk-2"));
        assertEquals(303, karen.get("app/mine-oplysninger").statusCode(), "the session has ended");
        assertEquals(
                List.of("access.log"), kindsOn(anne.get("app/persondata/karen").body()));
    }

    @Test
    void somebody_says_what_is_wrong_and_reads_the_answer() throws Exception {
        var maja = Visitor.at(base).signedInAs("maja");
        assertEquals(
                422,
                maja.post("app/mine-oplysninger/henvendelser", "what", "Navnet", "why", "Stavet forkert")
                        .statusCode());
        assertEquals(
                303,
                maja.post(
                                "app/mine-oplysninger/henvendelser",
                                "kind",
                                "OBJECTION",
                                "what",
                                "Dækning <b>",
                                "why",
                                "Jeg vil ikke tælles.")
                        .statusCode());
        String mine = maja.get("app/mine-oplysninger").body();
        assertTrue(mine.contains("data-request=\"OPEN\""), mine);
        assertFalse(mine.contains("<b>"), "what somebody writes is shown as text");

        var anne = Visitor.at(base).signedInAs("anne");
        String form = Jsoup.parse(anne.get("app/henvendelser").body())
                .select("section:contains(Jeg vil ikke tælles.) form")
                .last()
                .attr("action");
        assertEquals(
                303,
                anne.post(form.substring(1), "outcome", "REFUSED", "answer", "Kun antal vises.")
                        .statusCode());
        assertEquals(
                422,
                anne.post(form.substring(1), "outcome", "GRANTED", "answer", "Alligevel.")
                        .statusCode());

        String answered = maja.get("app/mine-oplysninger").body();
        assertTrue(answered.contains("data-request=\"REFUSED\""), answered);
        assertTrue(answered.contains("Kun antal vises."), answered);
    }

    @Test
    void what_is_overdue_stands_first_and_is_called_so() throws Exception {
        var maja = Visitor.at(base).signedInAs("maja");
        for (String what : List.of("Sendt i dag", "Sendt for 40 dage siden")) {
            maja.post("app/mine-oplysninger/henvendelser", "kind", "CORRECTION", "what", what, "why", "Fordi.");
        }
        TwoHouses.jdbi()
                .useHandle(handle -> handle.execute("update privacy.request set asked = asked - interval '40 days'"
                        + " where what = 'Sendt for 40 dage siden'"));

        Document page = Jsoup.parse(
                Visitor.at(base).signedInAs("dorthe").get("app/henvendelser").body());

        List<Long> left = page.select("[data-days-left]").eachAttr("data-days-left").stream()
                .map(Long::valueOf)
                .toList();
        assertEquals(left.stream().sorted().toList(), left);
        Elements late = page.select("section:contains(Sendt for 40 dage siden)");
        assertTrue(late.text().contains("Over tiden"), late.text());
        assertTrue(late.text().contains("dage over tiden"), late.text());
        Elements fresh = page.select("section:contains(Sendt i dag)");
        assertTrue(fresh.text().contains("Svar senest"), fresh.text());
        assertFalse(fresh.text().contains("Over tiden"), fresh.text());
        assertEquals("1", page.select("[data-late]").attr("data-late"));
        assertTrue(maja.get("app/mine-oplysninger").body().contains("data-due"), "the person reads it, too");
    }

    @Test
    void nobody_answers_their_own_request() throws Exception {
        var anne = Visitor.at(base).signedInAs("anne");
        anne.post("app/mine-oplysninger/henvendelser", "kind", "CORRECTION", "what", "Annes egen", "why", "Fordi.");
        String form = Jsoup.parse(anne.get("app/henvendelser").body())
                .select("section:contains(Annes egen) form")
                .last()
                .attr("action");

        assertEquals(
                422,
                anne.post(form.substring(1), "outcome", "GRANTED", "answer", "Ja.")
                        .statusCode());
    }

    @Test
    void a_name_that_was_sought_is_not_written_into_the_log() throws Exception {
        String found = Visitor.at(base)
                .signedInAs("anne")
                .get("app/persondata?soeg=vandrer")
                .body();

        assertTrue(found.contains(TwoHouses.name("ole")), found);
        assertFalse(TwoHouses.tablesWith("soeg|\\(.*vandrer\\)").contains("access.audit"));
    }

    private static void leaveSomethingEverywhere(Visitor karen) throws Exception {
        long need = TwoHouses.need(TwoHouses.OWN);
        karen.post(CENTRE + "behov/" + need + "/beslutning", "choice", "ACCEPTED", "reason", "Det vil vi.");
        karen.post(
                CENTRE + "behov/" + need + "/tildel/forhaandsvisning",
                "course",
                String.valueOf(TwoHouses.COURSE),
                "due",
                "2099-01-01",
                "person",
                "walk-1");
        String workshop = karen.post(CENTRE + "workshops", "title", "Kerneopgaven", "forum", "STAFF")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^.*(app/[^?]*).*$", "$1");
        karen.post(
                workshop + "/kerneopgave",
                "version",
                "0",
                "text",
                NAME + "s ide om kerneopgaven",
                "alignment",
                "Den passer.");
        karen.post(workshop + "/bobler", "action", "add", "level", "INSTITUTION", "text", "Spørg " + NAME);
        karen.post(
                "app/mine-oplysninger/henvendelser", "kind", "CORRECTION", "what", "Ansat fra", "why", "Jeg kom før.");
    }

    private static HttpResponse<String> erase(Visitor anne, String typed) throws Exception {
        return anne.post("app/persondata/karen/slet", "key", typed, "reason", "");
    }

    private static List<String> kindsOn(String page) {
        return Jsoup.parse(page).select("[data-held]").eachAttr("data-held");
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }
}
