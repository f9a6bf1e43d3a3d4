package dk.kvalitetsbro.moodle.client;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One page of the courses that changed, as the plugin {@code local_kvalitetsbro} tells them, with all that stands around
 * them ({@code local_kvalitetsbro_get_catalogue}).
 *
 * @param courses    in the order of their last change
 * @param categories every category of the site, hidden ones too
 * @param total      how many courses the site has; fewer than are known where some were deleted
 */
public record Catalogue(Plugin.Page<Course> courses, List<Category> categories, long total) {
    public Catalogue {
        categories = List.copyOf(categories);
    }

    /**
     * A course.
     *
     * @param idnumber   the municipality's own code
     * @param visible    whether learners can see it
     * @param completion whether Moodle follows who has completed it
     * @param hours      the site's own field for hours, as people see it
     * @param format     the site's own field for the format, as people see it
     * @param changed    when it or a link to a theme last changed
     */
    public record Course(
            long id,
            long categoryId,
            String shortname,
            String fullname,
            Optional<String> idnumber,
            boolean visible,
            boolean completion,
            Optional<String> hours,
            Optional<String> format,
            Instant changed,
            List<CourseTheme> themes) {
        public Course {
            themes = List.copyOf(themes);
        }

        static Course from(Fields row) {
            return new Course(
                    row.number("id"),
                    row.number("categoryid"),
                    row.text("shortname"),
                    row.text("fullname"),
                    row.optionalText("idnumber"),
                    row.flag("visible"),
                    row.flag("completion"),
                    row.optionalText("hours"),
                    row.optionalText("format"),
                    Instant.ofEpochSecond(row.number("timemodified")),
                    row.rows("themes").map(CourseTheme::from).toList());
        }
    }

    /** A theme of a course, and on whose word. */
    public record CourseTheme(String code, State state) {
        static CourseTheme from(Fields row) {
            return new CourseTheme(row.text("code"), State.named(row.text("state")));
        }
    }

    /** On whose word a course has a theme. */
    public enum State {
        /** Attached by {@link Plugin#attach}. */
        ATTACHED,
        /** Linked by somebody in Moodle: attaching accepts it, detaching turns it down. */
        PROPOSED,
        /** Attached once, and taken away by somebody in Moodle. */
        REMOVED;

        private static State named(String name) {
            return Arrays.stream(values())
                    .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(
                            () -> Effect.READS.lostReply("A course's theme is in an unknown state: " + name, null));
        }
    }

    /** @param parent the id of the category that holds it; absent at the top */
    public record Category(long id, Optional<Long> parent, String name, Optional<String> idnumber, boolean visible) {
        static Category from(Fields row) {
            return new Category(
                    row.number("id"),
                    row.optionalNumber("parentid").filter(id -> id != 0),
                    row.text("name"),
                    row.optionalText("idnumber"),
                    row.flag("visible"));
        }
    }
}
