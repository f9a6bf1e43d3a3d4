package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Evidence;
import dk.kvalitetsbro.moodle.fake.Row.Link.Kind;
import dk.kvalitetsbro.moodle.fake.Row.Rating;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** Rating somebody's competency, by itself, in a course or in a plan; each time leaves evidence. */
final class RatingFunctions {
    private static final int OVERRIDE = 3;

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;
    private final Ratings ratings;
    private final People people;

    RatingFunctions(Site site, Capabilities capabilities, Lookup lookup, Ratings ratings, People people) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
        this.ratings = ratings;
        this.people = people;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_competency_grade_competency", this::grade,
                "core_competency_grade_competency_in_course", this::gradeInCourse,
                "core_competency_grade_competency_in_plan", this::gradeInPlan);
    }

    private JsonValue grade(Args args) {
        args.only("userid", "competencyid", "grade", "note");
        long userId = args.number("userid");
        long competencyId = args.number("competencyid");
        long grade = args.number("grade");
        lookup.competency(competencyId);
        capabilities.require(Capability.VIEW_RATINGS);
        lookup.account(userId);
        return rate(args, userId, competencyId, grade, "evidence_manualoverride", "");
    }

    private JsonValue gradeInCourse(Args args) {
        args.only("courseid", "userid", "competencyid", "grade", "note");
        long userId = args.number("userid");
        long competencyId = args.number("competencyid");
        long grade = args.number("grade");
        var course = lookup.course(args.number("courseid"));
        capabilities.requireLogin(course.id());
        if (tables.enrolment(userId, course.id()).isEmpty()) {
            throw WebServiceException.coding(
                    "The competency may not be rated at this time."); // as for everybody who can't be rated there
        }
        lookup.competency(competencyId);
        return rate(
                args,
                userId,
                competencyId,
                grade,
                "evidence_manualoverrideincourse",
                "Course: " + course.course().fullname());
    }

    private JsonValue gradeInPlan(Args args) {
        args.only("planid", "competencyid", "grade", "note");
        long competencyId = args.number("competencyid");
        long grade = args.number("grade");
        var plan = lookup.plan(args.number("planid"));
        lookup.required(tables.link(Kind.PLAN_COMPETENCY, plan.id(), competencyId), "competency_plancomp");
        return rate(args, plan.userId(), competencyId, grade, "evidence_manualoverrideinplan", plan.name());
    }

    private JsonValue rate(Args args, long userId, long competencyId, long grade, String identifier, String context) {
        capabilities.require(Capability.GRADE_COMPETENCIES);
        if (grade < 1 || grade > FrameworkFunctions.SCALE.size()) {
            throw WebServiceException.invalidRow("Invalid rating");
        }
        var before = ratings.of(userId, competencyId);
        site.put(new Rating(before.id(), userId, competencyId, grade, isProficient(competencyId, grade), before.at()));
        var evidence = new Evidence(
                tables.evidence.nextId(),
                before.id(),
                identifier,
                context,
                grade,
                args.optionalText("note").orElse(""),
                site.now());
        site.put(evidence);
        return describe(evidence, args.has("note")).build();
    }

    /** As the framework's scale configuration says, a list whose first element names the scale. */
    private boolean isProficient(long competencyId, long grade) {
        return tables.competencies
                .find(competencyId)
                .flatMap(competency -> tables.frameworks.find(competency.frameworkId()))
                .flatMap(framework -> scale(framework.scaleConfiguration()))
                .filter(scale -> scale.stream()
                        .skip(1)
                        .map(JsonValue::asJsonObject)
                        .anyMatch(value -> number(value, "id") == grade && number(value, "proficient") == 1))
                .isPresent();
    }

    private static Optional<JsonArray> scale(String configuration) {
        try (var reader = Replies.reader(configuration)) {
            return Optional.of(reader.readArray());
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static long number(JsonObject json, String name) {
        var value = json.get(name);
        return value instanceof JsonString text ? Args.toNumber(text.getString()) : json.getInt(name, 0);
    }

    private JsonObjectBuilder describe(Evidence evidence, boolean withNote) {
        var json = object().add("usercompetencyid", evidence.ratingId())
                .add("contextid", 13)
                .add("action", OVERRIDE)
                .add("actionuserid", Tables.WEB_SERVICE)
                .add("descidentifier", evidence.identifier())
                .add("desccomponent", "core_competency");
        if (evidence.context().isEmpty()) {
            json.addNull("desca");
        } else {
            json.add("desca", Replies.text(evidence.context()).toString());
        }
        json.addNull("url").add("grade", evidence.grade());
        if (withNote) {
            json.add("note", evidence.note());
        } else {
            json.addNull("note");
        }
        return json.add("id", evidence.id())
                .add("timecreated", evidence.at())
                .add("timemodified", evidence.at())
                .add("usermodified", Tables.WEB_SERVICE)
                .add("actionuser", people.caller())
                .add("description", sentence(evidence))
                .add("gradename", Ratings.gradeName(evidence.grade()))
                .add("userdate", Dates.longForm(evidence.at()))
                .add("candelete", false);
    }

    private static String sentence(Evidence evidence) {
        return switch (evidence.identifier()) {
            case "evidence_manualoverrideincourse" ->
                "The competency rating was manually set in the course '" + evidence.context() + "'.";
            case "evidence_manualoverrideinplan" ->
                "The competency rating was manually set in the learning plan '" + evidence.context() + "'.";
            default -> "The competency rating was manually set.";
        };
    }
}
