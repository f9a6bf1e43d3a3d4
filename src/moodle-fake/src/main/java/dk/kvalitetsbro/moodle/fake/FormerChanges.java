package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Change.Gone;
import dk.kvalitetsbro.moodle.fake.Change.Put;
import dk.kvalitetsbro.moodle.fake.Course.CustomField;
import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.Category;
import dk.kvalitetsbro.moodle.fake.Row.Completed;
import dk.kvalitetsbro.moodle.fake.Row.CourseMade;
import dk.kvalitetsbro.moodle.fake.Row.Enrolled;
import jakarta.json.JsonObject;
import java.util.List;

/** Journals of version 0.1.0, which named each change instead of its table. The first start rewrites them. */
final class FormerChanges {
    private final Tables tables;

    FormerChanges(Tables tables) {
        this.tables = tables;
    }

    static boolean isOne(JsonObject json) {
        return json.containsKey("change");
    }

    /** What it comes to, given what came before it. */
    List<Change> read(JsonObject json) {
        return switch (json.getString("change")) {
            case "account" -> List.of(new Put(account(json)));
            case "course" -> course(json);
            case "enrolled" -> List.of(new Put(enrolled(json)));
            case "unenrolled" ->
                tables.enrolment(number(json, "user"), number(json, "course")).stream()
                        .<Change>map(row -> new Gone(Enrolled.class, row.id()))
                        .toList();
            case "completed" ->
                List.of(new Put(new Completed(
                        tables.completions.nextId(),
                        number(json, "user"),
                        number(json, "course"),
                        number(json, "at"),
                        true)));
            default -> throw new IllegalStateException("Unknown change in the journal: " + json.getString("change"));
        };
    }

    private static Account account(JsonObject json) {
        return Account.of(
                number(json, "id"),
                new User(
                        json.getString("username"),
                        json.getString("firstname"),
                        json.getString("lastname"),
                        json.getString("idnumber")),
                0);
    }

    private List<Change> course(JsonObject json) {
        var fields = json.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .map(field -> RowJson.read(CustomField.class, field))
                .toList();
        var course = new Course(
                json.getString("shortname"),
                json.getString("idnumber"),
                json.getString("fullname"),
                json.getString("summary"),
                json.getString("category"),
                fields);
        var known = tables.categoriesByName.first(course.category());
        var category = known.orElseGet(
                () -> new Category(tables.categories.nextId(), course.category(), "", number(json, "at")));
        var made = new Put(new CourseMade(number(json, "id"), course, category.id(), number(json, "at")));
        return known.isPresent() ? List.of(made) : List.of(new Put(category), made);
    }

    private Enrolled enrolled(JsonObject json) {
        long user = number(json, "user");
        long course = number(json, "course");
        long id = tables.enrolment(user, course).map(Enrolled::id).orElseGet(tables.enrolments::nextId);
        return new Enrolled(id, user, course, number(json, "start"), number(json, "end"), json.getBoolean("suspended"));
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }
}
