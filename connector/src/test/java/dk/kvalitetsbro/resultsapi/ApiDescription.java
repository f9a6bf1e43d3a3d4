package dk.kvalitetsbro.resultsapi;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The description of the interface as the server gives it, held against answers. */
final class ApiDescription {
    private static final String SCHEMAS = "#/components/schemas/";

    private final JsonObject description;
    private final Set<String> wrong = new TreeSet<>();
    private final Set<String> seen = new TreeSet<>();

    ApiDescription(JsonObject description) {
        this.description = description;
    }

    /** @return such as {@code GET api/rounds} */
    Set<String> routes() {
        return description.getJsonObject("paths").entrySet().stream()
                .flatMap(path -> path.getValue().asJsonObject().keySet().stream()
                        .map(method -> method.toUpperCase(java.util.Locale.ROOT) + " "
                                + path.getKey().substring(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @return the name of the schema of what the path answers when asked for */
    String answerOf(String path) {
        String schema = description
                .getValue("/paths/" + path.replace("~", "~0").replace("/", "~1")
                        + "/get/responses/200/content/application~1json/schema/$ref")
                .toString();
        return schema.replace("\"", "").substring(SCHEMAS.length());
    }

    /** Compares an answer with what is said of it; {@link #wrong} and {@link #unseen} tell what came of it. */
    void compare(JsonValue answer, String schema) {
        compare(answer, schemas().getJsonObject(schema), schema);
    }

    /** @return where answers were not as described */
    Set<String> wrong() {
        return wrong;
    }

    /** @return members, and units, that are described but stood in no answer */
    Set<String> unseen() {
        Set<String> unseen = new TreeSet<>();
        schemas().forEach((name, schema) -> {
            if (schema.asJsonObject().containsKey("properties")) {
                schema.asJsonObject()
                        .getJsonObject("properties")
                        .keySet()
                        .forEach(member -> unseen.add(name + "." + member));
            }
        });
        schemas()
                .getValue("/Measured/properties/unit/enum")
                .asJsonArray()
                .forEach(unit -> unseen.add("Measured.unit " + unit));
        unseen.removeAll(seen);
        return unseen;
    }

    private JsonObject schemas() {
        return description.getJsonObject("components").getJsonObject("schemas");
    }

    private void compare(JsonValue value, JsonObject schema, String where) {
        if (schema.containsKey("$ref")) {
            String name = schema.getString("$ref").substring(SCHEMAS.length());
            compare(value, schemas().getJsonObject(name), name);
            return;
        }
        switch (schema.getString("type")) {
            case "object" -> compareMembers(value, schema, where);
            case "array" -> {
                demand(value.getValueType() == JsonValue.ValueType.ARRAY, where + " is no array");
                JsonTree.inside(value).forEach(each -> compare(each, schema.getJsonObject("items"), where));
            }
            case "string" -> {
                demand(value instanceof JsonString, where + " is no text");
                demand(
                        !schema.containsKey("enum")
                                || schema.getJsonArray("enum").contains(value),
                        where + " is " + value);
                seen.add(where + " " + value);
            }
            case "boolean" ->
                demand(value == JsonValue.TRUE || value == JsonValue.FALSE, where + " is neither true nor false");
            default -> demand(JsonTree.isNumber(value), where + " is no number");
        }
    }

    private void compareMembers(JsonValue value, JsonObject schema, String where) {
        if (!(value instanceof JsonObject object)) {
            wrong.add(where + " is no object");
            return;
        }
        JsonObject members = schema.getJsonObject("properties");
        schema.getJsonArray("required").getValuesAs(JsonString::getString).stream()
                .filter(member -> !object.containsKey(member))
                .forEach(member -> wrong.add(where + "." + member + " is missing"));
        object.forEach((name, member) -> {
            seen.add(where + "." + name);
            if (members.containsKey(name)) {
                compare(member, members.getJsonObject(name), where + "." + name);
            } else {
                wrong.add(where + "." + name + " is not described");
            }
        });
    }

    private void demand(boolean fulfilled, String complaint) {
        if (!fulfilled) {
            wrong.add(complaint);
        }
    }
}
