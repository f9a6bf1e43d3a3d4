package dk.kvalitetsbro.lti;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads JSON that another system sent, of which nothing is taken for granted. */
final class Told {
    private Told() {}

    static JsonObject object(String text) throws NotUsable {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        } catch (JsonException | IllegalStateException e) {
            throw new NotUsable("NOT_JSON");
        }
    }

    /** @return the text of that name; empty where there is none */
    static String text(JsonObject json, String name) {
        return json.get(name) instanceof JsonString text ? text.getString() : "";
    }

    /** @return the texts in the list of that name; none where there is no list */
    static Set<String> texts(JsonObject json, String name) {
        JsonValue value = json.get(name);
        return value == null || value.getValueType() != JsonValue.ValueType.ARRAY
                ? Set.of()
                : value.asJsonArray().stream()
                        .filter(JsonString.class::isInstance)
                        .map(text -> ((JsonString) text).getString())
                        .collect(Collectors.toUnmodifiableSet());
    }
}
