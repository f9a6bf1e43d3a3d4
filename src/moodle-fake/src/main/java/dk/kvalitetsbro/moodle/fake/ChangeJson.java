package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Change.Gone;
import dk.kvalitetsbro.moodle.fake.Change.Put;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A line of the journal: the changes of one write, all of them or none. */
final class ChangeJson {
    private static final Map<String, Class<? extends Row>> TABLES = Arrays.stream(Row.class.getPermittedSubclasses())
            .map(type -> type.<Row>asSubclass(Row.class))
            .collect(Collectors.toMap(ChangeJson::name, Function.identity()));

    private ChangeJson() {}

    static String line(List<? extends Change> changes) {
        return Replies.array(changes, ChangeJson::write).build().toString();
    }

    /** Throws {@link jakarta.json.JsonException} for a line that was not written to its end. */
    static List<JsonObject> changes(String line) {
        try (var reader = Replies.reader(line)) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    static Change read(JsonObject json) {
        return json.containsKey("put")
                ? new Put(row(table(json.getString("put")), json.getJsonObject("row")))
                : new Gone(
                        table(json.getString("gone")), json.getJsonNumber("id").longValue());
    }

    private static JsonObjectBuilder write(Change change) {
        if (change instanceof Put put) {
            return Replies.object().add("put", name(put.row().getClass())).add("row", RowJson.write((Record)
                    put.row()));
        }
        var gone = (Gone) change;
        return Replies.object().add("gone", name(gone.table())).add("id", gone.id());
    }

    private static Row row(Class<? extends Row> type, JsonObject json) {
        return (Row) RowJson.read(type.asSubclass(Record.class), json);
    }

    private static Class<? extends Row> table(String name) {
        var table = TABLES.get(name);
        if (table == null) {
            throw new IllegalStateException("Unknown table in the journal: " + name);
        }
        return table;
    }

    private static String name(Class<? extends Row> table) {
        return Tables.lowerCase(table.getSimpleName());
    }
}
