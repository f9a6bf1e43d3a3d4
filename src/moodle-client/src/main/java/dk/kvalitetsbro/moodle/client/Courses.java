package dk.kvalitetsbro.moodle.client;

import jakarta.json.Json;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Courses, what is in them, and the categories that hold them. Only what the token's account can see. */
public final class Courses {
    private static final String BY_FIELD = "core_course_get_courses_by_field";
    private static final String CONTENTS = "core_course_get_contents";
    private static final String CATEGORIES = "core_course_get_categories";
    private static final String OF_USER = "core_enrol_get_users_courses";

    /**
     * A category of courses ({@code core_course_get_categories}).
     *
     * @param idnumber absent when not set, or when the token lacks {@code moodle/category:manage}
     * @param parent   the id of the category that holds it; absent at the top
     */
    public record Category(
            long id, String name, Optional<String> idnumber, Optional<Long> parent, long courses, boolean visible) {
        static Category from(Fields row) {
            return new Category(
                    row.number("id"),
                    row.text("name"),
                    row.optionalText("idnumber"),
                    row.optionalNumber("parent").filter(id -> id != 0),
                    row.optionalNumber("coursecount").orElse(0L),
                    row.optionalNumber("visible").orElse(1L) != 0);
        }
    }

    /** A section of a course ({@code core_course_get_contents}). */
    public record Section(long id, String name, boolean visible, List<Activity> activities) {
        public Section {
            activities = List.copyOf(activities);
        }

        static Section from(Fields row) {
            return new Section(
                    row.number("id"),
                    row.optionalText("name").orElse(""),
                    row.optionalNumber("visible").orElse(1L) != 0,
                    row.rows("modules").map(Activity::from).toList());
        }
    }

    /**
     * An activity in a course.
     *
     * @param moduleId   its id in the course ({@code cmid})
     * @param instanceId its id among those of its kind, which functions such as those on feedback take
     * @param kind       such as {@code page} or {@code feedback}
     * @param url        its page, if it has one
     * @param completion whether the course follows who has completed it
     */
    public record Activity(
            long moduleId,
            long instanceId,
            String kind,
            String name,
            Optional<String> url,
            boolean visible,
            boolean completion) {
        static Activity from(Fields row) {
            return new Activity(
                    row.number("id"),
                    row.optionalNumber("instance").orElse(0L),
                    row.text("modname"),
                    row.optionalText("name").orElse(""),
                    row.optionalText("url"),
                    row.optionalNumber("visible").orElse(1L) != 0,
                    row.optionalNumber("completion").orElse(0L) != 0);
        }
    }

    /**
     * A course that somebody is enrolled in ({@code core_enrol_get_users_courses}).
     *
     * @param progress   in percent, where the course measures it
     * @param lastAccess when the person was last there, to the second
     */
    public record Taken(
            long id,
            String shortname,
            String fullname,
            Optional<String> idnumber,
            boolean completed,
            Optional<Double> progress,
            Optional<Instant> lastAccess) {
        static Taken from(Fields row) {
            return new Taken(
                    row.number("id"),
                    row.text("shortname"),
                    row.text("fullname"),
                    row.optionalText("idnumber"),
                    row.flag("completed"),
                    row.optionalDecimal("progress"),
                    row.time("lastaccess"));
        }
    }

    private final Wire wire;

    Courses(Wire wire) {
        this.wire = wire;
    }

    /** Every course but the front page that Moodle counts among them (200 ms for 60). */
    public List<Course> all() {
        return courses(wire.object(BY_FIELD, Params.none())).toList();
    }

    /**
     * The courses with these ids, in the order given; an unknown one gives none. Each is asked for by itself, many in a
     * request: Moodle's own search for several ids breaks down at the first unknown one.
     */
    public List<Course> byIds(Collection<Long> ids) {
        var questions = ids.stream()
                .map(id -> Json.createObjectBuilder()
                        .add("field", "id")
                        .add("value", Long.toString(id))
                        .build())
                .map(arguments -> new Together.Question(BY_FIELD, arguments))
                .toList();
        return wire.together().ask(questions).stream()
                .map(Answer::orThrow)
                .flatMap(reply -> courses(Fields.of(BY_FIELD, reply)))
                .toList();
    }

    /** The course with this idnumber, if any. */
    public Optional<Course> byIdnumber(String idnumber) {
        return courses(wire.object(
                        BY_FIELD, Params.none().add("field", "idnumber").add("value", idnumber)))
                .findFirst();
    }

    /** The sections and activities of a course, in order ({@code core_course_get_contents}). */
    public List<Section> contents(long courseId) {
        return wire.list(CONTENTS, Params.none().add("courseid", courseId), Section::from);
    }

    /** Every category ({@code core_course_get_categories}; 16 ms). */
    public List<Category> categories() {
        return wire.list(CATEGORIES, Params.none(), Category::from);
    }

    /** The courses in which somebody is enrolled and not suspended; empty also for an unknown person (50 ms). */
    public List<Taken> takenBy(long userId) {
        return wire.list(OF_USER, Params.none().add("userid", userId).add("returnusercount", false), Taken::from);
    }

    private static Stream<Course> courses(Fields reply) {
        return reply.rows("courses").filter(Course::isCourse).map(Course::from);
    }
}
