package dk.kvalitetsbro.moodle.fake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a real Moodle answered to one request. */
record Recording(MoodleVersion version, String function, String name, JsonObject json) {
    /** A line of the list of all that was recorded. */
    record Entry(String function, String name) {}

    /** All that was recorded on a version, in the order in which it was. */
    static List<Entry> index(MoodleVersion version) {
        try {
            return Files.readAllLines(folder(version).resolve("INDEX.tsv")).stream()
                    .map(line -> line.split("\t", -1))
                    .map(fields -> new Entry(fields[0], fields[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails where the recording is missing. */
    static Recording of(MoodleVersion version, Entry entry) {
        return read(version, entry.function(), entry.name());
    }

    static Recording siteState(MoodleVersion version, String name) {
        return read(version, "site_states", name);
    }

    String body(String token) {
        return json.getJsonObject("request")
                .getString("body")
                .replaceFirst("wstoken=TOKEN(_NOCAPS)?(&|$)", "wstoken=" + token + "$2");
    }

    /** Whether it was sent with the token of an account that has no capabilities. */
    boolean withoutCapabilities() {
        return json.getJsonObject("request").getString("body").contains("TOKEN_NOCAPS");
    }

    /** When it was sent, in unix seconds. */
    long at() {
        return json.getJsonNumber("at").longValue();
    }

    /** What was done to the site just before. */
    List<JsonObject> before() {
        return json.containsKey("before") ? json.getJsonArray("before").getValuesAs(JsonObject.class) : List.of();
    }

    int status() {
        return response().getInt("status");
    }

    JsonValue reply() {
        return response().getOrDefault("json", JsonValue.NULL);
    }

    JsonObject response() {
        return json.getJsonObject("response");
    }

    @Override
    public String toString() {
        return String.join(" ", version.name(), function, name);
    }

    private static Recording read(MoodleVersion version, String function, String name) {
        var file = folder(version).resolve(function).resolve(name + ".json");
        try (var in = Files.newInputStream(file);
                var reader = Json.createReader(in)) {
            return new Recording(version, function, name, reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException("Recorded, but left out: " + file, e);
        }
    }

    /** The journal of a stand-in in the state of the recorded site that had the plugin. */
    static Path siteWithPlugin(MoodleVersion version) {
        return folder(version).resolve("site_with_plugin.jsonl");
    }

    private static Path folder(MoodleVersion version) {
        var name = "/recordings/" + (version == MoodleVersion.V4_5 ? "4.5" : "5.1");
        try {
            return Path.of(Recording.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
