package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Change.Completed;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * {@code core_completion_get_course_completion_status}. Every course of the stand-in has one criterion: people say
 * themselves that they are done.
 */
final class CompletionFunctions {
    private final Site site;
    private final MoodleVersion version;

    CompletionFunctions(Site site, MoodleVersion version) {
        this.site = site;
        this.version = version;
    }

    Map<String, WebServices.Function> all() {
        return Map.of("core_completion_get_course_completion_status", this::courseCompletionStatus);
    }

    private JsonValue courseCompletionStatus(Args args) {
        args.only("courseid", "userid");
        long courseId = args.number("courseid");
        long userId = args.number("userid");
        if (site.courses().byId(courseId).isEmpty()) {
            throw version.missingRecord("course");
        }
        if (site.accounts().byId(userId).isEmpty()) {
            throw version.missingUser();
        }
        if (site.enrolments().find(userId, courseId).isEmpty()) {
            throw WebServiceException.moodle("usernotenroled", "User is not enrolled in this course");
        }
        var completion = site.enrolments().completion(userId, courseId);
        return object().add(
                        "completionstatus",
                        object().add("completed", completion.isPresent())
                                .add("aggregation", 1)
                                .add("completions", array().add(selfCompletion(completion))))
                .add("warnings", array())
                .build();
    }

    private static JsonObjectBuilder selfCompletion(Optional<Completed> completion) {
        var criterion = object().add("type", 1)
                .add("title", "Self completion")
                .add("status", completion.isPresent() ? "Yes" : "No")
                .add("complete", completion.isPresent());
        completion.ifPresentOrElse(
                done -> criterion.add("timecompleted", done.at()), () -> criterion.addNull("timecompleted"));
        return criterion.add(
                "details",
                object().add("type", "Self completion")
                        .add("criteria", "Self completion")
                        .add("requirement", "Marking yourself complete")
                        .add("status", ""));
    }
}
