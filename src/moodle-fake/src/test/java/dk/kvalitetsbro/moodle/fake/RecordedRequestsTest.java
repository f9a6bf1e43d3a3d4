package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends what was once sent to real sites and compares the answers. */
class RecordedRequestsTest {
    private static final String TOKEN = "0123456789abcdef";

    private final List<RecordedSite> sites = new ArrayList<>();

    @AfterEach
    void close() {
        sites.forEach(RecordedSite::close);
    }

    /** Functions of the stand-in of which there is no recording, with the reason. */
    private static final Map<String, String> UNRECORDED = Map.of(
            "core_group_delete_groupings", "its recordings are not among those kept",
            "core_group_delete_groups", "its recordings are not among those kept",
            "core_group_get_course_groups", "its recordings are not among those kept",
            "core_group_get_group_members", "its recordings are not among those kept",
            "core_group_delete_group_members", "its recordings are not among those kept");

    /** A call to a function that no Moodle has is answered too. */
    private static final String NO_FUNCTION = "core_nope_nope";

    static Stream<Arguments> siteStates() {
        return Arrays.stream(MoodleVersion.values()).flatMap(version -> Arrays.stream(SiteState.values())
                .filter(state -> state != SiteState.RUNNING && state != SiteState.TOKEN_LOST)
                .map(state -> Arguments.of(version, state)));
    }

    /** One stand-in for each version hears all of its requests in their order, as the real site did. */
    @TestFactory
    Stream<DynamicContainer> every_recorded_request_gets_an_answer_of_the_recorded_shape() {
        return Arrays.stream(MoodleVersion.values())
                .map(version -> DynamicContainer.dynamicContainer(version.name(), replay(version)));
    }

    private Stream<DynamicTest> replay(MoodleVersion version) {
        var site = new RecordedSite(version, TOKEN);
        sites.add(site);
        var offered = Set.copyOf(site.functions());
        return Recording.index(version).stream()
                .filter(entry ->
                        offered.contains(entry.function()) || entry.function().equals(NO_FUNCTION))
                .map(entry -> Recording.of(version, entry))
                .map(recording -> DynamicTest.dynamicTest(recording.toString(), () -> compare(site, recording)));
    }

    private static void compare(RecordedSite site, Recording recording) throws Exception {
        site.prepare(recording);
        var answer = site.post(recording.body(TOKEN));

        assertEquals(recording.status(), answer.statusCode());
        assertEquals(recording.response().getString("contentType"), contentType(answer));
        if (contentType(answer).equals("application/json")) {
            assertSameAnswer(recording.reply(), Rest.json(answer.body()));
        } else {
            assertEquals(recording.response().getString("text"), answer.body());
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_function_is_either_recorded_or_listed_with_the_reason(MoodleVersion version) {
        var recorded =
                Recording.index(version).stream().map(Recording.Entry::function).toList();
        try (var site = new RecordedSite(version, TOKEN)) {
            var unrecorded = site.functions().stream()
                    .filter(function -> !recorded.contains(function))
                    .toList();
            assertEquals(UNRECORDED.keySet(), Set.copyOf(unrecorded));
        }
    }

    @ParameterizedTest
    @MethodSource("siteStates")
    void a_site_in_trouble_answers_as_recorded(MoodleVersion version, SiteState state) throws Exception {
        var recording = Recording.siteState(version, state.name().toLowerCase(Locale.ROOT));
        try (var site = new RecordedSite(version, TOKEN)) {
            site.moodle().faults().siteIs(state);
            var answer = site.post(recording.body(TOKEN));

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

    private static void assertSameAnswer(JsonValue recorded, JsonValue answered) {
        if (recorded instanceof JsonObject error && error.containsKey("exception")) {
            assertEquals(masked(error), masked((JsonObject) answered));
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

    /** Ids in sentences depend on the order in which a database finds its rows. */
    private static String masked(JsonObject error) {
        return error.toString().replaceAll("\\d+", "#");
    }

    private static String contentType(HttpResponse<String> answer) {
        return answer.headers().firstValue("content-type").orElse("");
    }

    private static JsonObject object(HttpResponse<String> answer) {
        return (JsonObject) Rest.json(answer.body());
    }
}
