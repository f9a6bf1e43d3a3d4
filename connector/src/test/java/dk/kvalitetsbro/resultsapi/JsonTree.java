package dk.kvalitetsbro.resultsapi;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Ways through an answer in JSON. */
final class JsonTree {
    private JsonTree() {}

    static JsonObject read(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    /** @return the value, and every value in it */
    static Stream<JsonValue> all(JsonValue value) {
        return Stream.concat(Stream.of(value), inside(value).stream().flatMap(JsonTree::all));
    }

    /** @return the objects in the value that have a member of that name, itself included */
    static List<JsonObject> having(JsonValue value, String member) {
        return all(value)
                .filter(JsonObject.class::isInstance)
                .map(JsonValue::asJsonObject)
                .filter(object -> object.containsKey(member))
                .toList();
    }

    static boolean isNumber(JsonValue value) {
        return value.getValueType() == JsonValue.ValueType.NUMBER;
    }

    static Collection<JsonValue> inside(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> value.asJsonObject().values();
            case ARRAY -> value.asJsonArray();
            default -> List.of();
        };
    }

    /** Whether all that the part tells stands in the whole, which may tell more. */
    static boolean holds(JsonValue whole, JsonValue part) {
        if (whole.getValueType() != part.getValueType()) {
            return false;
        }
        return switch (part.getValueType()) {
            case OBJECT ->
                part.asJsonObject().entrySet().stream()
                        .allMatch(member -> whole.asJsonObject().containsKey(member.getKey())
                                && holds(whole.asJsonObject().get(member.getKey()), member.getValue()));
            case ARRAY -> holdsInOrder(whole.asJsonArray(), part.asJsonArray());
            default -> whole.equals(part);
        };
    }

    private static boolean holdsInOrder(JsonArray whole, JsonArray part) {
        int found = 0;
        for (JsonValue value : whole) {
            if (found < part.size() && holds(value, part.get(found))) {
                found++;
            }
        }
        return found == part.size();
    }
}
