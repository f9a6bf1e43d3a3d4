package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Change.AccountMade;
import dk.kvalitetsbro.moodle.fake.Change.Completed;
import dk.kvalitetsbro.moodle.fake.Change.CourseMade;
import dk.kvalitetsbro.moodle.fake.Change.Enrolled;
import dk.kvalitetsbro.moodle.fake.Change.Unenrolled;
import dk.kvalitetsbro.moodle.fake.Course.CustomField;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReaderFactory;
import java.io.StringReader;
import java.util.List;
import java.util.Map;

/** A line of the journal: the changes of one write, all of them or none. */
final class ChangeJson {
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    private ChangeJson() {}

    static String line(List<? extends Change> changes) {
        var array = Replies.array();
        changes.forEach(change -> array.add(write(change)));
        return array.build().toString();
    }

    /** Throws {@link jakarta.json.JsonException} for a line that was not written to its end. */
    static List<Change> changes(String line) {
        try (var reader = READERS.createReader(new StringReader(line))) {
            JsonArray array = reader.readArray();
            return array.getValuesAs(JsonObject.class).stream()
                    .map(ChangeJson::read)
                    .toList();
        }
    }

    private static JsonObjectBuilder write(Change change) {
        var json = Replies.object();
        if (change instanceof AccountMade made) {
            return json.add("change", "account")
                    .add("id", made.id())
                    .add("username", made.user().username())
                    .add("firstname", made.user().firstname())
                    .add("lastname", made.user().lastname())
                    .add("idnumber", made.user().idnumber());
        }
        if (change instanceof CourseMade made) {
            return write(json.add("change", "course").add("id", made.id()).add("at", made.at()), made.course());
        }
        if (change instanceof Enrolled enrolled) {
            return json.add("change", "enrolled")
                    .add("user", enrolled.userId())
                    .add("course", enrolled.courseId())
                    .add("start", enrolled.start())
                    .add("end", enrolled.end())
                    .add("suspended", enrolled.suspended());
        }
        if (change instanceof Unenrolled unenrolled) {
            return json.add("change", "unenrolled")
                    .add("user", unenrolled.userId())
                    .add("course", unenrolled.courseId());
        }
        var completed = (Completed) change;
        return json.add("change", "completed")
                .add("user", completed.userId())
                .add("course", completed.courseId())
                .add("at", completed.at());
    }

    private static JsonObjectBuilder write(JsonObjectBuilder json, Course course) {
        var fields = Replies.array();
        course.customFields()
                .forEach(field -> fields.add(Replies.object()
                        .add("shortname", field.shortname())
                        .add("name", field.name())
                        .add("value", field.value())));
        return json.add("shortname", course.shortname())
                .add("idnumber", course.idnumber())
                .add("fullname", course.fullname())
                .add("summary", course.summary())
                .add("category", course.category())
                .add("fields", fields);
    }

    private static Change read(JsonObject json) {
        return switch (json.getString("change")) {
            case "account" ->
                new AccountMade(
                        number(json, "id"),
                        new User(
                                json.getString("username"),
                                json.getString("firstname"),
                                json.getString("lastname"),
                                json.getString("idnumber")));
            case "course" -> new CourseMade(number(json, "id"), course(json), number(json, "at"));
            case "enrolled" ->
                new Enrolled(
                        number(json, "user"),
                        number(json, "course"),
                        number(json, "start"),
                        number(json, "end"),
                        json.getBoolean("suspended"));
            case "unenrolled" -> new Unenrolled(number(json, "user"), number(json, "course"));
            case "completed" -> new Completed(number(json, "user"), number(json, "course"), number(json, "at"));
            default -> throw new IllegalStateException("Unknown change in the journal: " + json.getString("change"));
        };
    }

    private static Course course(JsonObject json) {
        var fields = json.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .map(field -> new CustomField(
                        field.getString("shortname"), field.getString("name"), field.getString("value")))
                .toList();
        return new Course(
                json.getString("shortname"),
                json.getString("idnumber"),
                json.getString("fullname"),
                json.getString("summary"),
                json.getString("category"),
                fields);
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
