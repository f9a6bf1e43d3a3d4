package dk.kvalitetsbro.resultsapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.container.SurveyedTown;
import dk.kvalitetsbro.container.TwoHouses;
import dk.kvalitetsbro.container.Visitor;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URL;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What programs are told of results: the same releases as people, with units, and problem+json when there is none. */
@ExtendWith(ArquillianExtension.class)
@RunAsClient
class ResultsApiIT {
    private static final String ROUND = "api/rounds/" + SurveyedTown.ROUND;
    private static final String RESULTS = ROUND + "/centres/" + SurveyedTown.CENTRE + "/results";
    private static final String FINDINGS = ROUND + "/centres/" + SurveyedTown.CENTRE + "/findings";
    private static final String VARIATION = ROUND + "/variation";
    private static final Pattern EXAMPLE =
            Pattern.compile("<!-- answer: (\\S+) -->\\s*```json\\n(.*?)```", Pattern.DOTALL);

    @ArquillianResource
    private URL base;

    private Visitor anne;

    @BeforeEach
    void a_published_round_and_somebody_of_the_administration() throws Exception {
        SurveyedTown.build(base);
        anne = Visitor.at(base).signedInAs("anne");
    }

    @Test
    void every_number_stands_in_an_object_that_names_its_unit() throws Exception {
        for (String path : List.of(RESULTS, FINDINGS, VARIATION)) {
            JsonObject answer = answer(path);
            assertTrue(JsonTree.all(answer).anyMatch(JsonTree::isNumber), path);
            JsonTree.all(answer)
                    .filter(value -> JsonTree.inside(value).stream().anyMatch(JsonTree::isNumber))
                    .forEach(value -> assertTrue(
                            value instanceof JsonObject measured && measured.containsKey("unit"), value::toString));
        }
    }

    @Test
    void what_is_withheld_is_there_with_a_reason_and_without_any_number() throws Exception {
        for (String path : List.of(RESULTS, FINDINGS)) {
            List<JsonObject> withheld = JsonTree.having(answer(path), "withheld");
            assertEquals(
                    List.of("confidentiality", "leaders-never-per-centre"),
                    withheld.stream()
                            .map(object -> object.getJsonObject("withheld").getString("reason"))
                            .distinct()
                            .sorted()
                            .toList());
            withheld.forEach(
                    object -> assertFalse(JsonTree.all(object).anyMatch(JsonTree::isNumber), object::toString));
        }
    }

    @Test
    void nothing_is_null() throws Exception {
        for (String path : List.of("api/rounds", RESULTS, FINDINGS, VARIATION)) {
            assertFalse(JsonTree.all(answer(path)).anyMatch(JsonValue.NULL::equals), path);
        }
    }

    @Test
    void the_figures_are_those_of_the_spreadsheet() throws Exception {
        String csv = anne.get("app/dagtilbud/" + SurveyedTown.CENTRE + "/resultater.csv?runde=" + SurveyedTown.ROUND)
                .body();
        List<List<String>> rows = csv.lines()
                .skip(1)
                .map(line -> List.of(line.split(";", -1)).subList(5, 12))
                .map(figures -> Stream.of(0, 2, 3, 4, 5, 6)
                        .map(column -> figures.get(column).replace(',', '.'))
                        .toList())
                .toList();

        assertEquals(
                rows,
                answer(RESULTS).getJsonArray("results").getValuesAs(JsonObject.class).stream()
                        .map(ResultsApiIT::figures)
                        .toList());
    }

    /** Number of answers, spread, mean, its interval, and points; each empty where it is withheld. */
    private static List<String> figures(JsonObject result) {
        return Stream.of(
                        "n/value",
                        "index/spread/value",
                        "index/mean/value",
                        "index/mean/low",
                        "index/mean/high",
                        "index/points/value")
                .map(path -> at(result, "figure/" + path))
                .toList();
    }

    private static String at(JsonObject object, String path) {
        JsonValue value = object;
        for (String step : path.split("/")) {
            value = value.asJsonObject().get(step);
            if (value == null) {
                return "";
            }
        }
        return value.toString();
    }

    @Test
    void childminding_has_no_figures_and_says_why() throws Exception {
        for (String what : List.of("results", "findings")) {
            JsonObject answer = answer(ROUND + "/centres/" + SurveyedTown.CHILDMINDING + "/" + what);
            assertEquals("only-in-totals", answer.getJsonObject("withheld").getString("reason"));
            assertTrue(answer.getJsonArray(what).isEmpty());
        }
    }

    @Test
    void rounds_that_are_not_published_are_told_to_the_administration_only() throws Exception {
        assertTrue(rounds(anne).contains(SurveyedTown.NEXT_ROUND));
        assertFalse(rounds(Visitor.at(base).signedInAs("maja")).contains(SurveyedTown.NEXT_ROUND));
        assertTrue(rounds(Visitor.at(base).signedInAs("maja")).contains(SurveyedTown.ROUND));
    }

    private static List<String> rounds(Visitor visitor) throws Exception {
        return JsonTree.read(visitor.get("api/rounds").body())
                .getJsonArray("rounds")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(round -> round.getString("code"))
                .toList();
    }

    @Test
    void who_fetched_what_stands_in_the_log() throws Exception {
        Map<String, String> written = Map.of(
                RESULTS, "results.exported " + SurveyedTown.CENTRE + " " + SurveyedTown.ROUND,
                FINDINGS, "findings.exported " + SurveyedTown.CENTRE + " " + SurveyedTown.ROUND,
                VARIATION, "variation.exported " + SurveyedTown.ROUND + " ");
        for (var path : written.entrySet()) {
            answer(path.getKey());
            assertEquals("anne " + path.getValue(), newestInTheLog());
        }
    }

    private static String newestInTheLog() {
        return TwoHouses.jdbi().withHandle(handle -> handle.createQuery(
                        "select concat_ws(' ', actor, action, subject, detail) from access.audit order by id desc limit 1")
                .mapTo(String.class)
                .one());
    }

    @Test
    void whoever_is_not_signed_in_is_told_so_and_led_nowhere() throws Exception {
        for (String accept : List.of("application/json", "text/html,application/xhtml+xml,*/*;q=0.8")) {
            var answer = Visitor.at(base).accepting(accept).get(RESULTS);
            assertProblem(401, "not-signed-in", answer);
            assertTrue(answer.headers().firstValue("WWW-Authenticate").isPresent());
        }
    }

    @Test
    void results_are_for_those_who_see_them_on_the_pages() throws Exception {
        for (String person : List.of("jonas", "sigurd", "maja", "karen")) {
            var visitor = Visitor.at(base).signedInAs(person);
            assertProblem(403, "not-allowed", visitor.get(RESULTS));
            assertProblem(403, "not-allowed", visitor.get(FINDINGS));
            assertProblem(403, "not-allowed", visitor.get(VARIATION));
        }
    }

    @Test
    void what_does_not_exist_is_a_problem_of_one_kind_and_says_which() throws Exception {
        assertProblem(404, "not-found", "results.api.noRound", anne.get(RESULTS.replace("2019", "none")));
        assertProblem(404, "not-found", "results.api.noRound", anne.get("api/rounds/none/variation"));
        assertProblem(404, "not-found", "results.api.noRound", anne.get(RESULTS.replace("2019", "2021")));
        assertProblem(404, "not-found", "results.api.noRound", anne.get(RESULTS.replace("2019", "2019%0a")));
        assertProblem(404, "not-found", "results.api.noRound", anne.get(RESULTS.replace("2019", "x".repeat(6000))));
        assertProblem(404, "not-found", "results.api.noCentre", anne.get(RESULTS.replace("D0003", "NOWHERE")));
        assertProblem(404, "not-found", "results.api.noCentre", anne.get(RESULTS.replace("D0003", "%2e%2e")));
        assertProblem(404, "not-found", "results.api.notHere", anne.get(RESULTS.replace("D0003", TwoHouses.OWN)));
        assertProblem(404, "not-found", "results.api.notHere", anne.get(FINDINGS.replace("D0003", TwoHouses.OWN)));
        for (String path : List.of(
                RESULTS.replace("D0003", "no%20code"),
                RESULTS.replace("D0003", "x".repeat(6000)),
                RESULTS.replace("D0003/", "D0003%2f"),
                RESULTS + "/none",
                "api/none",
                "api/%2e%2e/log")) {
            assertProblem(404, "not-found", anne.get(path));
        }
    }

    @Test
    void another_form_than_json_is_not_to_be_had() throws Exception {
        for (String accept : List.of("text/html", "text/csv", "application/xml")) {
            assertProblem(406, "not-acceptable", anne.accepting(accept).get(RESULTS));
        }
        assertEquals(200, anne.accepting("text/html, */*;q=0.1").get(RESULTS).statusCode());
    }

    @Test
    void another_method_is_refused_with_those_there_are_wherever_it_comes_from() throws Exception {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE", "SOMETHING")) {
            var answer = anne.send(anne.request(RESULTS)
                    .setHeader("Origin", "https://elsewhere.example")
                    .method(method, BodyPublishers.noBody()));
            assertProblem(405, "method-not-allowed", answer);
            assertTrue(answer.headers().firstValue("Allow").orElse("").contains("GET"), method);
        }
    }

    @Test
    void the_reference_shows_what_is_answered() throws Exception {
        List<String> shown = new ArrayList<>();
        List<String> untrue = new ArrayList<>();
        String reference = Files.readString(Path.of("../docs/reference/api.md"));
        for (MatchResult example : EXAMPLE.matcher(reference).results().toList()) {
            JsonObject answer = JsonTree.read(anne.get(example.group(1)).body());
            shown.add(example.group(1));
            if (!JsonTree.holds(answer, JsonTree.read(example.group(2)))) {
                untrue.add(example.group(1) + " answers " + answer);
            }
        }
        assertEquals(List.of(), untrue);
        assertEquals(List.of("api/rounds", RESULTS, FINDINGS, VARIATION, RESULTS.replace("2019", "2021")), shown);
    }

    private JsonObject answer(String path) throws Exception {
        var answer = anne.get(path);
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "application/json",
                answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        return JsonTree.read(answer.body());
    }

    private static void assertProblem(int status, String kind, String code, HttpResponse<String> answer) {
        assertProblem(status, kind, answer);
        assertEquals(code, ((JsonString) JsonTree.read(answer.body()).get("code")).getString());
    }

    private static void assertProblem(int status, String kind, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode(), answer.body());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        JsonObject problem = JsonTree.read(answer.body());
        assertEquals("urn:kvalitetsbro:problem:" + kind, problem.getString("type"));
        assertEquals(status, problem.getInt("status"));
        assertFalse(
                problem.getString("detail").isBlank()
                        || problem.getString("detail").contains("??"),
                answer.body());
    }
}
