package dk.kvalitetsbro.moodle.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Frameworks of competencies, the competencies in them, the courses that lead to them, and people's grades. */
public final class Competencies {
    private static final String FRAMEWORKS = "core_competency_list_competency_frameworks";
    private static final String CREATE_FRAMEWORK = "core_competency_create_competency_framework";
    private static final String ALL = "core_competency_list_competencies";
    private static final String CREATE = "core_competency_create_competency";
    private static final String DELETE = "core_competency_delete_competency";
    private static final String OF_COURSE = "core_competency_list_course_competencies";
    private static final String GRADE = "core_competency_grade_competency";
    private static final String GRADE_IN_COURSE = "core_competency_grade_competency_in_course";

    /** A framework ({@code core_competency_list_competency_frameworks}). */
    public record Framework(long id, String shortname, Optional<String> idnumber, long scaleId, boolean visible) {
        static Framework from(Fields row) {
            return new Framework(
                    row.number("id"),
                    row.text("shortname"),
                    row.optionalText("idnumber"),
                    row.number("scaleid"),
                    row.flag("visible"));
        }
    }

    /**
     * A framework to be made.
     *
     * @param scaleId        the site's scale on which people are graded
     * @param proficientFrom the first value of the scale, counted from 1, that counts as proficient
     * @param values         how many values the scale has
     */
    public record NewFramework(
            String shortname, String idnumber, String description, long scaleId, int proficientFrom, int values) {
        public NewFramework {
            if (proficientFrom < 1 || proficientFrom > values) {
                throw new IllegalArgumentException("Not a value of the scale: " + proficientFrom + " of " + values);
            }
        }
    }

    /**
     * A competency ({@code core_competency_list_competencies}).
     *
     * @param parent the id of the competency that it belongs to; absent at the top
     */
    public record Competency(
            long id, long frameworkId, String shortname, Optional<String> idnumber, Optional<Long> parent) {
        static Competency from(Fields row) {
            return new Competency(
                    row.number("id"),
                    row.number("competencyframeworkid"),
                    row.text("shortname"),
                    row.optionalText("idnumber"),
                    row.optionalNumber("parentid").filter(id -> id != 0));
        }
    }

    /** A competency that a course leads to, or shall. */
    public record CourseLink(long courseId, long competencyId) {}

    /**
     * What was noted about somebody's competency.
     *
     * @param grade     the value of the scale, counted from 1
     * @param gradeName as the site words it
     */
    public record Evidence(long id, long userCompetencyId, Optional<Long> grade, Optional<String> gradeName) {
        static Evidence from(Fields row) {
            return new Evidence(
                    row.number("id"),
                    row.number("usercompetencyid"),
                    row.optionalNumber("grade"),
                    row.optionalText("gradename"));
        }
    }

    private final Wire wire;

    Competencies(Wire wire) {
        this.wire = wire;
    }

    /** The frameworks of the whole site. */
    public List<Framework> frameworks() {
        var params = Params.none()
                .add("sort", "shortname") // an empty sort is a database error
                .add("order", "ASC")
                .add("skip", 0)
                .add("limit", 0)
                .add("context[contextlevel]", "system")
                .add("context[instanceid]", 0);
        return wire.list(FRAMEWORKS, params, Framework::from);
    }

    /** Makes a framework for the whole site. After {@link MoodleException.Unclear} look for it before trying again. */
    public Framework createFramework(NewFramework framework) {
        var params = Params.none()
                .add("competencyframework[shortname]", framework.shortname)
                .add("competencyframework[idnumber]", framework.idnumber)
                .add("competencyframework[description]", framework.description)
                .add("competencyframework[descriptionformat]", 1)
                .add("competencyframework[visible]", true)
                .add("competencyframework[scaleid]", framework.scaleId)
                .add("competencyframework[scaleconfiguration]", scale(framework))
                .add("competencyframework[contextlevel]", "system")
                .add("competencyframework[instanceid]", 0);
        return Framework.from(wire.write(CREATE_FRAMEWORK, params));
    }

    /** The competencies of a framework. */
    public List<Competency> in(long frameworkId) {
        var params = Params.none()
                .add("filters[0][column]", "competencyframeworkid")
                .add("filters[0][value]", frameworkId)
                .add("sort", "")
                .add("order", "ASC")
                .add("skip", 0)
                .add("limit", 0);
        return wire.list(ALL, params, Competency::from);
    }

    /** Makes a competency. After {@link MoodleException.Unclear} look for it before trying again. */
    public Competency create(long frameworkId, String shortname, String idnumber, String description) {
        var params = Params.none()
                .add("competency[shortname]", shortname)
                .add("competency[idnumber]", idnumber)
                .add("competency[description]", description)
                .add("competency[descriptionformat]", 1)
                .add("competency[competencyframeworkid]", frameworkId)
                .add("competency[parentid]", 0)
                .add("competency[sortorder]", 0);
        return Competency.from(wire.write(CREATE, params));
    }

    /** Deletes a competency; says false, and does nothing, where it is in use. */
    public boolean delete(long competencyId) {
        return wire.told(DELETE, Params.none().add("id", competencyId));
    }

    /** The competencies that a course leads to ({@code core_competency_list_course_competencies}). */
    public List<Competency> ofCourse(long courseId) {
        return wire.list(
                OF_COURSE, Params.none().add("id", courseId), row -> Competency.from(row.object("competency")));
    }

    /** Links courses to competencies, any number of them. Safe to call again with the same rows. */
    public List<RowResult<CourseLink>> link(Collection<CourseLink> rows) {
        return wire.bulk(
                rows,
                () -> new InRequests<>(new Linking("core_competency_add_competency_to_course", true), wire.together()));
    }

    /** Ends such links. Safe to call again with the same rows. */
    public List<RowResult<CourseLink>> unlink(Collection<CourseLink> rows) {
        return wire.bulk(
                rows,
                () -> new InRequests<>(
                        new Linking("core_competency_remove_competency_from_course", false), wire.together()));
    }

    /** Grades somebody outside any course ({@code core_competency_grade_competency}). Each call leaves evidence. */
    public Evidence grade(long userId, long competencyId, int grade, String note) {
        var params = Params.none()
                .add("userid", userId)
                .add("competencyid", competencyId)
                .add("grade", grade)
                .add("note", note);
        return Evidence.from(wire.write(GRADE, params));
    }

    /** Grades somebody in a course that leads to the competency. Each call leaves evidence. */
    public Evidence gradeInCourse(long courseId, long userId, long competencyId, int grade, String note) {
        var params = Params.none()
                .add("courseid", courseId)
                .add("userid", userId)
                .add("competencyid", competencyId)
                .add("grade", grade)
                .add("note", note);
        return Evidence.from(wire.write(GRADE_IN_COURSE, params));
    }

    private static String scale(NewFramework framework) {
        var scale = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("scaleid", Long.toString(framework.scaleId)));
        for (int value = 1; value <= framework.values; value++) {
            scale.add(Json.createObjectBuilder()
                    .add("id", value)
                    .add("scaledefault", value == 1 ? 1 : 0)
                    .add("proficient", value >= framework.proficientFrom ? 1 : 0));
        }
        return scale.build().toString();
    }

    private final class Linking implements SingleCall<CourseLink> {
        private final String name;
        private final boolean linked;

        Linking(String name, boolean linked) {
            this.name = name;
            this.linked = linked;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Object key(CourseLink row) {
            return row;
        }

        @Override
        public long group(CourseLink row) {
            return row.courseId;
        }

        @Override
        public JsonObject arguments(CourseLink row) {
            return Json.createObjectBuilder()
                    .add("courseid", row.courseId)
                    .add("competencyid", row.competencyId)
                    .build();
        }

        /** Moodle says false where it was so before. */
        @Override
        public Outcome outcome(CourseLink row, JsonValue reply) {
            return reply == JsonValue.TRUE ? new Outcome.Done() : new Outcome.AlreadySo();
        }

        @Override
        public boolean repeatable() {
            return true;
        }

        @Override
        public Predicate<CourseLink> alreadySo(long courseId) {
            var there = new HashSet<Long>();
            ofCourse(courseId).forEach(competency -> there.add(competency.id()));
            return row -> there.contains(row.competencyId) == linked;
        }

        @Override
        public int perRequest() {
            return 100;
        }
    }
}
