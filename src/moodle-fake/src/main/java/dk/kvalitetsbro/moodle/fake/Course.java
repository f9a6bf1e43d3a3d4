package dk.kvalitetsbro.moodle.fake;

import java.util.List;

/**
 * A course that people can be enrolled in and complete.
 *
 * @param shortname    unique
 * @param idnumber     the municipality's code for the course
 * @param summary      plain text
 * @param category     the name of the category it stands in
 * @param customFields such as hours and format
 */
public record Course(
        String shortname,
        String idnumber,
        String fullname,
        String summary,
        String category,
        List<CustomField> customFields) {

    /** A text field that the administrator has added to courses. */
    public record CustomField(String shortname, String name, String value) {}

    public Course {
        if (shortname.isBlank() || fullname.isBlank()) {
            throw new IllegalArgumentException("A course has a short and a full name");
        }
        customFields = List.copyOf(customFields);
    }
}
