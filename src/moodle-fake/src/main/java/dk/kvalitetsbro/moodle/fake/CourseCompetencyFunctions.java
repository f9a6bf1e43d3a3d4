package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.flag;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.CourseCompetency;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;

/** Which competencies a course teaches. */
final class CourseCompetencyFunctions {
    private static final int EVIDENCE = 1;

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;

    CourseCompetencyFunctions(Site site, Capabilities capabilities, Lookup lookup) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_competency_add_competency_to_course", this::add,
                "core_competency_remove_competency_from_course", this::remove,
                "core_competency_list_course_competencies", this::list,
                "core_competency_count_competencies_in_course", this::count,
                "core_competency_count_courses_using_competency", this::countCourses,
                "core_competency_set_course_competency_ruleoutcome", this::setOutcome);
    }

    /** False for one that is there already. */
    private JsonValue add(Args args) {
        args.only("courseid", "competencyid");
        long courseId = lookup.course(args.number("courseid")).id();
        long competencyId = args.number("competencyid");
        requireManager(courseId);
        lookup.competency(competencyId);
        boolean added = tables.courseCompetency(courseId, competencyId).isEmpty();
        if (added) {
            site.put(new CourseCompetency(
                    tables.courseCompetencies.nextId(), courseId, competencyId, EVIDENCE, site.now(), site.now()));
        }
        return flag(added);
    }

    private JsonValue remove(Args args) {
        args.only("courseid", "competencyid");
        long courseId = lookup.course(args.number("courseid")).id();
        long competencyId = args.number("competencyid");
        requireManager(courseId);
        var link = tables.courseCompetency(courseId, competencyId);
        link.ifPresent(site::remove);
        return flag(link.isPresent());
    }

    private JsonValue list(Args args) {
        long courseId = lookup.course(args.only("id").number("id")).id();
        capabilities.requireLogin(courseId);
        return array(tables.courseCompetenciesByCourse.list(courseId), this::describe)
                .build();
    }

    private JsonValue count(Args args) {
        long courseId = lookup.course(args.only("id").number("id")).id();
        capabilities.requireLogin(courseId);
        return Replies.number(tables.courseCompetenciesByCourse.count(courseId));
    }

    private JsonValue countCourses(Args args) {
        return Replies.number(
                tables.courseCompetenciesByCompetency.count(args.only("id").number("id")));
    }

    private JsonValue setOutcome(Args args) {
        args.only("coursecompetencyid", "ruleoutcome");
        int outcome = (int) args.number("ruleoutcome");
        var before = lookup.required(
                tables.courseCompetencies.find(args.number("coursecompetencyid")), "competency_coursecomp");
        requireManager(before.courseId());
        site.put(new CourseCompetency(
                before.id(), before.courseId(), before.competencyId(), outcome, before.at(), site.now()));
        return JsonValue.TRUE;
    }

    private void requireManager(long courseId) {
        capabilities.requireLogin(courseId);
        capabilities.require(Capability.LINK_COMPETENCIES);
    }

    private JsonObjectBuilder describe(CourseCompetency link) {
        var competency = tables.competencies.find(link.competencyId()).orElseThrow();
        return object().add("competency", CompetencyFunctions.describe(competency))
                .add(
                        "coursecompetency",
                        object().add("courseid", link.courseId())
                                .add("competencyid", link.competencyId())
                                .add("sortorder", 0)
                                .add("ruleoutcome", link.outcome())
                                .add("id", link.id())
                                .add("timecreated", link.at())
                                .add("timemodified", link.changed())
                                .add("usermodified", Tables.WEB_SERVICE));
    }
}
