package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends what was once sent to real sites and compares the answers. Ids are the same as there. */
class RecordedRequestsTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Stream<Recording> recordings() {
        return Arrays.stream(MoodleVersion.values())
                .flatMap(Recording::of)
                .filter(recording -> !recording.isSiteState());
    }

    static Stream<Arguments> siteStates() {
        return Arrays.stream(MoodleVersion.values()).flatMap(version -> Arrays.stream(SiteState.values())
                .filter(state -> state != SiteState.RUNNING)
                .map(state -> Arguments.of(version, state)));
    }

    @ParameterizedTest
    @MethodSource("recordings")
    void a_recorded_request_gets_an_answer_of_the_recorded_shape(Recording recording) throws Exception {
        try (var moodle = seeded(recording.version())) {
            var answer = post(moodle, recording.body(TOKEN));

            assertEquals(recording.status(), answer.statusCode());
            assertEquals(recording.response().getString("contentType"), contentType(answer));
            if (contentType(answer).equals("application/json")) {
                assertSameAnswer(recording.reply(), json(answer.body()));
            } else {
                assertEquals(recording.response().getString("text"), answer.body());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("siteStates")
    void a_site_in_trouble_answers_as_recorded(MoodleVersion version, SiteState state) throws Exception {
        var recording = Recording.siteState(version, state.name().toLowerCase(Locale.ROOT));
        try (var moodle = seeded(version)) {
            moodle.faults().siteIs(state);
            var answer = post(moodle, recording.body(TOKEN));

            var headers = recording.response().getJsonObject("headers");
            assertEquals(recording.status(), answer.statusCode());
            assertEquals(headers.getString("content-type"), contentType(answer));
            assertEquals(
                    Optional.ofNullable(headers.getString("retry-after", null)),
                    answer.headers().firstValue("retry-after"));
            if (recording.reply() instanceof JsonObject error) {
                assertEquals(error.getString("exception"), object(answer).getString("exception"));
                assertEquals(error.get("errorcode"), object(answer).get("errorcode"));
            } else {
                assertEquals(recording.response().getString("text"), answer.body());
            }
        }
    }

    @Test
    void every_recording_was_found() {
        assertTrue(recordings().count() > 70, "recordings: " + recordings().count());
    }

    private static void assertSameAnswer(JsonValue recorded, JsonValue answered) {
        if (recorded instanceof JsonObject error && error.containsKey("exception")) {
            assertEquals(recorded, answered);
            return;
        }
        assertEquals(Shape.of(recorded), Shape.of(answered));
        embeddedErrors(recorded)
                .forEach(error -> assertTrue(
                        embeddedErrors(answered).anyMatch(other -> sameError(error, other)),
                        () -> error + " in " + answered));
    }

    private static Stream<JsonObject> embeddedErrors(JsonValue reply) {
        if (!(reply instanceof JsonObject object) || !object.containsKey("responses")) {
            return Stream.empty();
        }
        return object.getJsonArray("responses").getValuesAs(JsonObject.class).stream()
                .filter(response -> response.containsKey("exception"))
                .map(response -> Shape.parse(response.getString("exception")));
    }

    private static boolean sameError(JsonObject one, JsonObject other) {
        return Stream.of("errorcode", "message", "module", "moreinfourl")
                .allMatch(field -> one.getString(field, "").equals(other.getString(field, "")));
    }

    /** Accounts 5 to 204, courses 2 to 61, and the enrolments that the recorded requests count on. */
    private static MoodleFake seeded(MoodleVersion version) throws Exception {
        var moodle = MoodleFake.start(new Settings(0, Optional.empty(), TOKEN, version));
        moodle.addUsers(IntStream.rangeClosed(1, 200)
                .mapToObj(i -> new User("u%05d".formatted(i), "First" + i, "Last" + i, "EMP%05d".formatted(i)))
                .toList());
        moodle.addCourses(IntStream.rangeClosed(1, 60)
                .mapToObj(i -> new Course(
                        "C" + i, "CRS%03d".formatted(i), "Course " + i, "Summary " + i, "Training", List.of()))
                .toList());
        enrol(moodle, 2, IntStream.rangeClosed(5, 20));
        enrol(moodle, 3, IntStream.of(6));
        enrol(moodle, 4, IntStream.of(6));
        enrol(moodle, 42, IntStream.of(5, 6));
        moodle.complete(5, 2);
        return moodle;
    }

    private static void enrol(MoodleFake moodle, long course, IntStream users) throws Exception {
        var body =
                new StringBuilder("wstoken=" + TOKEN + "&wsfunction=enrol_manual_enrol_users&moodlewsrestformat=json");
        users.forEach(user -> body.append("&enrolments[%1$d][roleid]=5&enrolments[%1$d][userid]=%1$d".formatted(user))
                .append("&enrolments[%d][courseid]=%d".formatted(user, course)));
        assertEquals("null", post(moodle, body.toString()).body());
    }

    private static HttpResponse<String> post(MoodleFake moodle, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(moodle.baseUri() + "/webservice/rest/server.php"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
        return HTTP.send(request, BodyHandlers.ofString());
    }

    private static String contentType(HttpResponse<String> answer) {
        return answer.headers().firstValue("content-type").orElse("");
    }

    private static JsonObject object(HttpResponse<String> answer) {
        return (JsonObject) json(answer.body());
    }

    private static JsonValue json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readValue();
        }
    }
}
