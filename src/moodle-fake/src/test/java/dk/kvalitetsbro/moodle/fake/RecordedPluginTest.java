package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sends what was once sent to the plugin on real sites, in the same order to a stand-in in the same state, and compares
 * the answers to the letter. Let be are the moments that a site notes by itself and the site's other courses.
 */
class RecordedPluginTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String PLUGIN = "local_kvalitetsbro_";

    /** What the recorded sites were given was changed before this. */
    private static final long RECORDED_FROM = 1_795_000_000;

    /** The plugin has got newer since; PluginTest holds the stand-in to the version of the plugin beside it. */
    private static final Set<String> OF_THE_WHOLE_SITE = Set.of("total", "categories", "pluginversion");

    private final List<MoodleFake> sites = new ArrayList<>();
    private Instant now = Instant.ofEpochSecond(RECORDED_FROM);

    @AfterEach
    void close() {
        sites.forEach(MoodleFake::close);
    }

    @TestFactory
    Stream<DynamicContainer> every_recorded_request_to_the_plugin_gets_the_recorded_answer(@TempDir Path folder) {
        return Arrays.stream(MoodleVersion.values())
                .map(version -> DynamicContainer.dynamicContainer(version.name(), replay(version, folder)));
    }

    private Stream<DynamicTest> replay(MoodleVersion version, Path folder) {
        var moodle = start(version, folder.resolve(version.name()));
        var rest = new Rest(moodle.baseUri(), TOKEN);
        return Recording.index(version).stream()
                .filter(entry -> entry.function().startsWith(PLUGIN))
                .map(entry -> Recording.of(version, entry))
                .map(recording ->
                        DynamicTest.dynamicTest(recording.toString(), () -> compare(moodle, rest, recording)));
    }

    private MoodleFake start(MoodleVersion version, Path folder) {
        try {
            Files.createDirectories(folder);
            Files.copy(Recording.siteWithPlugin(version), folder.resolve("moodle.jsonl"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        InstantSource clock = () -> now;
        var settings = new Settings(0, Optional.of(folder), TOKEN, version).withPlugin();
        var moodle = MoodleFake.start(settings, clock.withZone(ZoneOffset.UTC), Sleeper.real());
        sites.add(moodle);
        return moodle;
    }

    private void compare(MoodleFake moodle, Rest rest, Recording recording) throws Exception {
        now = Instant.ofEpochSecond(recording.at());
        moodle.faults().clear();
        recording.before().forEach(step -> prepare(moodle, rest, step));
        var answer = rest.post(recording.body(TOKEN));

        assertEquals(recording.status(), answer.statusCode());
        assertEquals(masked(recording.reply()), masked(Rest.json(answer.body())));
    }

    private static void prepare(MoodleFake moodle, Rest rest, JsonObject step) {
        if (step.containsKey("revoke")) {
            moodle.faults().revoke(step.getString("revoke"));
        } else if (step.containsKey("showreasons")) {
            moodle.showReasons(step.getBoolean("showreasons"));
        } else if (step.containsKey("link")) {
            rest.call("core_competency_add_competency_to_course", link(rest, step.getJsonArray("link")));
        } else {
            rest.call("core_competency_remove_competency_from_course", link(rest, step.getJsonArray("unlink")));
        }
    }

    private static String[] link(Rest rest, JsonArray link) {
        return new String[] {"courseid=" + link.getInt(0), "competencyid=" + competency(rest, link.getString(1))};
    }

    private static int competency(Rest rest, String code) {
        return rest.array(
                        "core_competency_list_competencies", "filters[0][column]=idnumber", "filters[0][value]=" + code)
                .getJsonObject(0)
                .getInt("id");
    }

    private static JsonValue masked(JsonValue value) {
        if (value instanceof JsonObject object) {
            var masked = Json.createObjectBuilder();
            object.forEach((name, field) -> {
                if (OF_THE_WHOLE_SITE.contains(name)) {
                    masked.add(name, Shape.of(field));
                } else {
                    masked.add(name, isOwnMoment(name, field) ? Json.createValue("now") : masked(field));
                }
            });
            return masked.build();
        }
        if (value instanceof JsonArray array) {
            var masked = Json.createArrayBuilder();
            inOrder(array).map(RecordedPluginTest::masked).forEach(masked::add);
            return masked.build();
        }
        return value;
    }

    /** Rows whose moment is masked are in the order of their ids. */
    private static Stream<JsonValue> inOrder(JsonArray array) {
        return array.stream()
                .sorted(Comparator.comparingLong(row -> row instanceof JsonObject object
                                && object.containsKey("timemodified")
                                && isOwnMoment("timemodified", object.get("timemodified"))
                        ? object.getInt("id")
                        : 0));
    }

    private static boolean isOwnMoment(String name, JsonValue field) {
        return name.equals("now") || (name.equals("timemodified") && ((JsonNumber) field).longValue() > RECORDED_FROM);
    }
}
