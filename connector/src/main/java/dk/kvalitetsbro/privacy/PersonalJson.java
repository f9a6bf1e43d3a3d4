package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.PersonKey;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/** Everything held about somebody, for a program to read: kinds, rows and fields as the database has them. */
final class PersonalJson {
    private PersonalJson() {}

    static JsonObject of(PersonKey person, OffsetDateTime made, List<Holding> holdings) {
        JsonObjectBuilder held = Json.createObjectBuilder();
        holdings.forEach(holding -> held.add(holding.kind(), rows(holding)));
        return Json.createObjectBuilder()
                .add("person", person.value())
                .add("made", made.toString())
                .add("held", held)
                .build();
    }

    private static JsonArrayBuilder rows(Holding holding) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        for (Map<String, Object> row : holding.rows()) {
            JsonObjectBuilder fields = Json.createObjectBuilder();
            row.forEach((field, value) -> add(fields, field, value));
            rows.add(fields);
        }
        return rows;
    }

    private static void add(JsonObjectBuilder fields, String field, Object value) {
        if (value instanceof Number number) {
            fields.add(field, number.longValue());
        } else if (value instanceof Boolean yes) {
            fields.add(field, yes);
        } else {
            fields.add(field, value.toString());
        }
    }
}
