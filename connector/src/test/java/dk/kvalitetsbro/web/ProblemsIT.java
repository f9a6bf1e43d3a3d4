package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What goes wrong is told to people on a page, and to programs as problem+json with a type that stays the same. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ProblemsIT {
    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @ArquillianResource
    private URL base;

    @BeforeEach
    void two_centres_with_somebody_in_each_role() {
        TwoHouses.build();
    }

    @Test
    void an_export_that_cannot_be_had_is_told_by_type() throws Exception {
        var nobody = Visitor.at(base);
        var maja = Visitor.at(base).signedInAs("maja");
        var anne = Visitor.at(base).signedInAs("anne");

        assertProblem(401, "not-signed-in", nobody.get("app/daekning.csv"));
        assertProblem(403, "not-allowed", maja.get("app/daekning.csv"));
        assertProblem(404, "not-found", anne.get("app/dagtilbud/NOWHERE/resultater.csv"));
        assertProblem(404, "not-found", anne.get("app/dagtilbud/not%20a%20code/resultater.csv"));
        assertProblem(
                405, "method-not-allowed", Visitor.at(base).signedInAs("jonas").post("app/daekning.csv"));
    }

    @Test
    void an_export_is_given_to_whoever_asks_for_a_page() throws Exception {
        var file = Visitor.at(base).signedInAs("jonas").accepting("text/html").get("app/daekning.csv");

        assertEquals(200, file.statusCode());
        assertTrue(file.headers().firstValue("Content-Type").orElse("").startsWith("text/csv"));
    }

    @Test
    void what_lies_outside_the_pages_is_told_in_the_same_way() throws Exception {
        var nobody = Visitor.at(base);

        assertProblem(404, "not-found", nobody.get("assets/none.css"));
        assertProblem(404, "not-found", nobody.get("none"));
        assertProblem(404, "not-found", nobody.get("app/none"));
        assertProblem(404, "not-found", nobody.get("WEB-INF/web.xml"));
        assertProblem(404, "not-found", nobody.get("WEB-INF/problem"));
    }

    @Test
    void a_post_from_another_site_is_told_on_the_page_that_it_was_sent_to() throws Exception {
        var request = Visitor.at(base).signedInAs("karen").request("app/log-ud");

        assertSentence(
                403,
                "Du har ikke adgang til denne side.",
                Visitor.at(base)
                        .send(request.setHeader("Origin", "https://elsewhere.example")
                                .POST(BodyPublishers.noBody())));
    }

    @Test
    void a_person_reads_a_sentence_in_their_language_on_every_route() throws Exception {
        var maja = Visitor.at(base).signedInAs("maja").accepting(BROWSER);
        assertSentence(403, "Du har ikke adgang til denne side.", maja.get("app/daekning"));
        assertSentence(403, "Du har ikke adgang til denne side.", maja.get("app/daekning.csv"));
        assertSentence(404, "Siden findes ikke.", maja.get("app/none"));
        assertSentence(404, "Siden findes ikke.", maja.get("assets/none.css"));

        maja.post("app/sprog", "sprog", "en");
        assertSentence(403, "You do not have access to this page.", maja.get("app/daekning.csv"));
        assertSentence(404, "There is no such page.", maja.get("app/none"));
        assertSentence(404, "There is no such page.", maja.get("none"));
    }

    @Test
    void a_person_who_is_not_signed_in_is_led_to_the_sign_in_and_a_form_says_so() throws Exception {
        var nobody = Visitor.at(base).accepting(BROWSER);

        for (String route : new String[] {"app/daekning", "app/daekning.csv"}) {
            assertEquals(303, nobody.get(route).statusCode());
        }
        assertSentence(401, "Du er ikke logget ind længere.", nobody.post("app/runder", "code", "2031"));
    }

    @Test
    void a_refusal_on_a_page_stays_on_a_page_whatever_is_accepted() throws Exception {
        assertSentence(422, "", Visitor.at(base).signedInAs("anne").post("app/runder", "code", ""));
    }

    private static void assertProblem(int status, String kind, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        JsonObject problem = Json.createReader(new StringReader(answer.body())).readObject();
        assertEquals("urn:kvalitetsbro:problem:" + kind, problem.getString("type"));
        assertEquals(status, problem.getInt("status"));
        assertFalse(problem.getString("title").isBlank());
        assertFalse(problem.getString("detail").contains("??"), answer.body());
    }

    private static void assertSentence(int status, String begins, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"));
        assertTrue(answer.body().contains("data-problem-sentence=\"true\">" + begins), answer.body());
    }
}
