package dk.kvalitetsbro.moodle.client;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A course ({@code core_course_get_courses_by_field}).
 *
 * @param idnumber     the municipality's own code; absent when not set, or when the token lacks
 *                     {@code moodle/course:update}
 * @param summary      HTML as the site would show it; escape or sanitise before showing it
 * @param category     the name of the category that holds it
 * @param start        when it opens, if the course says so
 * @param end          when it closes, if the course says so
 * @param completion   whether the course follows who completes it; absent when the token lacks
 *                     {@code moodle/course:update}
 * @param enrolments   the ways into the course that are switched on there, such as {@code manual}; absent when Moodle
 *                     does not tell
 * @param customFields the site's own fields, empty where it has none
 */
public record Course(
        long id,
        String shortname,
        String fullname,
        Optional<String> idnumber,
        String summary,
        Optional<String> category,
        boolean visible,
        Optional<Instant> start,
        Optional<Instant> end,
        Optional<Boolean> completion,
        Optional<Set<String>> enrolments,
        List<CustomField> customFields) {

    /**
     * A field that the site's administrator has added to courses.
     *
     * @param value as people see it: for a menu the chosen text, not its number
     */
    public record CustomField(String shortname, String name, String type, String value) {}

    private static final String FRONT_PAGE = "site";

    public Course {
        Objects.requireNonNull(shortname, "shortname");
        Objects.requireNonNull(fullname, "fullname");
        enrolments = enrolments.map(Set::copyOf);
        customFields = List.copyOf(customFields);
    }

    /** The value of the field with this short name, where the course has one. */
    public Optional<String> customField(String shortname) {
        return customFields.stream()
                .filter(field -> field.shortname().equals(shortname))
                .map(CustomField::value)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    /** Moodle lists its own front page among the courses. */
    static boolean isCourse(Fields row) {
        return row.optionalText("format").filter(FRONT_PAGE::equals).isEmpty();
    }

    static Course from(Fields row) {
        return new Course(
                row.number("id"),
                row.text("shortname"),
                row.text("fullname"),
                row.optionalText("idnumber"),
                row.optionalText("summary").orElse(""),
                row.optionalText("categoryname"),
                row.optionalNumber("visible").map(shown -> shown != 0).orElse(true),
                row.time("startdate"),
                row.time("enddate"),
                row.optionalNumber("enablecompletion").map(followed -> followed != 0),
                row.has("enrollmentmethods")
                        ? Optional.of(row.texts("enrollmentmethods").collect(Collectors.toSet()))
                        : Optional.empty(),
                row.rows("customfields").map(Course::customField).toList());
    }

    private static CustomField customField(Fields field) {
        return new CustomField(
                field.text("shortname"),
                field.optionalText("name").orElse(""),
                field.optionalText("type").orElse(""),
                field.optionalText("value").orElse(""));
    }
}
