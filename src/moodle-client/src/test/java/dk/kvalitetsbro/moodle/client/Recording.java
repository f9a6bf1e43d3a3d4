package dk.kvalitetsbro.moodle.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import mockwebserver3.MockResponse;

/** What a real Moodle answered, to be answered again. */
final class Recording {
    private final JsonObject response;

    private Recording(JsonObject response) {
        this.response = response;
    }

    /** Of a version, such as 4.5, a function and a case. */
    static Recording of(String version, String function, String name) {
        var file = "/recordings/" + version + "/" + function + "/" + name + ".json";
        try (var in = Objects.requireNonNull(Recording.class.getResourceAsStream(file), file);
                var reader = Json.createReader(in)) {
            return new Recording(reader.readObject().getJsonObject("response"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    MockResponse replay() {
        var reply = new MockResponse.Builder()
                .code(response.getInt("status"))
                .body(
                        response.containsKey("text")
                                ? response.getString("text")
                                : response.getOrDefault("json", JsonValue.NULL).toString());
        if (response.containsKey("headers")) {
            response.getJsonObject("headers").forEach((name, value) -> {
                if (name.equals("content-type") || name.equals("retry-after")) {
                    reply.setHeader(name, ((JsonString) value).getString());
                }
            });
        } else {
            reply.setHeader("content-type", response.getString("contentType"));
        }
        return reply.build();
    }
}
