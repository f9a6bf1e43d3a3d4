package dk.kvalitetsbro.moodle.fake;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a JSON value is made of, whatever it says: field names and kinds, and for lists the kinds of elements. Two fields
 * are let be: a completion's time is null or not, and one recorded course had a teacher as its contact.
 */
final class Shape {
    private static final Set<String> LET_BE = Set.of("timecompleted", "contacts");

    private Shape() {}

    static String of(JsonValue value) {
        if (value instanceof JsonObject object) {
            Map<String, String> fields = new TreeMap<>();
            object.forEach((name, field) -> fields.put(name, LET_BE.contains(name) ? "any" : of(field)));
            return fields.toString();
        }
        if (value instanceof JsonArray array) {
            Set<String> elements = new TreeSet<>();
            array.forEach(element -> elements.add(of(element)));
            return elements.toString();
        }
        if (value instanceof JsonString string) {
            return string.getString().startsWith("{") ? "text " + of(parse(string.getString())) : "text";
        }
        return value == JsonValue.TRUE || value == JsonValue.FALSE
                ? "flag"
                : value.getValueType().toString();
    }

    static JsonObject parse(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }
}
