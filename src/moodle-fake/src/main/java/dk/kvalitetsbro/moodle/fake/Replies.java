package dk.kvalitetsbro.moodle.fake;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;

/** What the web services put their answers together with. */
final class Replies {
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    private Replies() {}

    static JsonArrayBuilder array() {
        return JSON.createArrayBuilder();
    }

    static JsonObjectBuilder object() {
        return JSON.createObjectBuilder();
    }

    /** One of the name-value pairs that Moodle likes to send lists of. */
    static JsonObject nameValue(String name, long value) {
        return object().add("name", name).add("value", value).build();
    }
}
