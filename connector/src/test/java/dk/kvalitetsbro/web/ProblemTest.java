package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProblemTest {
    private final Texts texts = new Texts(new Language());

    @Test
    void the_types_are_these_and_stay_so() {
        assertEquals(
                List.of(
                        "urn:kvalitetsbro:problem:bad-request",
                        "urn:kvalitetsbro:problem:not-signed-in",
                        "urn:kvalitetsbro:problem:not-allowed",
                        "urn:kvalitetsbro:problem:not-found",
                        "urn:kvalitetsbro:problem:method-not-allowed",
                        "urn:kvalitetsbro:problem:not-acceptable",
                        "urn:kvalitetsbro:problem:timed-out",
                        "urn:kvalitetsbro:problem:too-large",
                        "urn:kvalitetsbro:problem:unsupported-media-type",
                        "urn:kvalitetsbro:problem:refused",
                        "urn:kvalitetsbro:problem:too-many",
                        "urn:kvalitetsbro:problem:internal-error",
                        "urn:kvalitetsbro:problem:unavailable"),
                Stream.of(Problem.Kind.values()).map(Problem.Kind::type).toList());
    }

    @Test
    void every_status_has_a_title_and_a_sentence() {
        for (int status : new int[] {400, 401, 403, 404, 405, 406, 408, 409, 413, 415, 418, 422, 429, 500, 502, 503}) {
            String json = Problem.of(status, texts).json(texts);
            assertTrue(!json.contains("??") && json.contains("\"status\":" + status), json);
        }
    }

    @Test
    void a_refusal_names_itself_and_an_error_of_ours_its_reference() {
        assertEquals("web.text.tooLong", member(Problem.of(new Refusal("web.text.tooLong", 5), texts), "code"));
        assertEquals("a1b2c3", member(Problem.internal("a1b2c3", texts), "reference"));
    }

    private String member(Problem problem, String name) {
        return Json.createReader(new StringReader(problem.json(texts)))
                .readObject()
                .getString(name);
    }
}
