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
import java.util.stream.Stream;

/** What a real Moodle answered to one request. */
record Recording(MoodleVersion version, String group, String name, JsonObject json) {

    static Stream<Recording> of(MoodleVersion version) {
        var folder = folder(version);
        try (var files = Files.walk(folder)) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(file -> read(version, file))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Recording siteState(MoodleVersion version, String name) {
        return read(version, folder(version).resolve("site_states").resolve(name + ".json"));
    }

    String body(String token) {
        return json.getJsonObject("request").getString("body").replace("wstoken=TOKEN", "wstoken=" + token);
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

    boolean isSiteState() {
        return group.equals("site_states");
    }

    @Override
    public String toString() {
        return String.join(" ", List.of(version.name(), group, name));
    }

    private static Recording read(MoodleVersion version, Path file) {
        try (var in = Files.newInputStream(file);
                var reader = Json.createReader(in)) {
            int last = file.getNameCount() - 1;
            var name = file.getName(last).toString().replace(".json", "");
            return new Recording(version, file.getName(last - 1).toString(), name, reader.readObject());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
