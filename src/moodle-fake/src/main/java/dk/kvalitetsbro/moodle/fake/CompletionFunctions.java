package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.numberOrNull;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Activity;
import dk.kvalitetsbro.moodle.fake.Row.ActivityState;
import dk.kvalitetsbro.moodle.fake.Row.Completed;
import dk.kvalitetsbro.moodle.fake.Tables.Pair;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * Who has completed what. A course has at most one criterion: people say themselves that they are done. A course completed
 * otherwise is completed, but its criterion is not met and tells no time.
 */
final class CompletionFunctions {
    private static final int BY_SAYING_SO = 1;
    private static final int BY_ITSELF = 2;

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;

    CompletionFunctions(Site site, Capabilities capabilities, Lookup lookup) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_completion_get_course_completion_status", this::courseStatus,
                "core_completion_get_activities_completion_status", this::activitiesStatus,
                "core_completion_mark_course_self_completed", this::markSelfCompleted,
                "core_completion_override_activity_completion_status", this::override,
                "core_completion_update_activity_completion_status_manually", this::updateOwn);
    }

    private JsonValue courseStatus(Args args) {
        args.only("courseid", "userid");
        long courseId = args.number("courseid");
        long userId = args.number("userid");
        lookup.course(courseId);
        lookup.account(userId);
        capabilities.requireLogin(courseId);
        var settings = tables.settings(courseId);
        if (!settings.completion() || !capabilities.has(Capability.VIEW_COMPLETION)) {
            throw WebServiceException.moodle("cannotviewreport", "You cannot view this report");
        }
        requireGroups(courseId);
        var enrolment = tables.enrolment(userId, courseId);
        if (enrolment.filter(row -> row.isActive(site.now())).isEmpty()) {
            throw WebServiceException.moodle("usernotenroled", "User is not enrolled in this course");
        }
        if (!settings.criterion()) {
            throw WebServiceException.moodle("nocriteriaset", "No completion criteria set for this course");
        }
        var completion = tables.completion(userId, courseId);
        return object().add(
                        "completionstatus",
                        object().add("completed", completion.isPresent())
                                .add("aggregation", 1)
                                .add("completions", array().add(selfCompletion(completion.filter(Completed::bySelf)))))
                .add("warnings", array())
                .build();
    }

    /** An account that is in no group hears of nobody in separate ones. */
    private void requireGroups(long courseId) {
        if (tables.settings(courseId).separateGroups() && !capabilities.has(Capability.ACCESS_ALL_GROUPS)) {
            throw WebServiceException.moodle("accessdenied", "Access denied");
        }
    }

    private static JsonObjectBuilder selfCompletion(Optional<Completed> completion) {
        return object().add("type", 1)
                .add("title", "Self completion")
                .add("status", completion.isPresent() ? "Yes" : "No")
                .add("complete", completion.isPresent())
                .add("timecompleted", numberOrNull(completion.map(Completed::at).orElse(0L)))
                .add(
                        "details",
                        object().add("type", "Self completion")
                                .add("criteria", "Self completion")
                                .add("requirement", "Marking yourself complete")
                                .add("status", ""));
    }

    private JsonValue activitiesStatus(Args args) {
        args.only("courseid", "userid");
        long courseId = args.number("courseid");
        long userId = args.number("userid");
        lookup.course(courseId);
        lookup.account(userId);
        capabilities.requireLogin(courseId);
        capabilities.require(Capability.VIEW_PROGRESS);
        requireGroups(courseId);
        var statuses = array();
        tables.activitiesByCourse.list(courseId).stream()
                .filter(activity -> activity.tracking() > 0)
                .forEach(activity -> statuses.add(status(activity, userId)));
        return object().add("statuses", statuses).add("warnings", array()).build();
    }

    private JsonObjectBuilder status(Activity activity, long userId) {
        var state = state(activity, userId);
        return object().add("cmid", activity.id())
                .add("modname", activity.kind())
                .add("instance", activity.instance())
                .add("state", state.state())
                .add("timecompleted", state.at())
                .add("tracking", activity.tracking())
                .add("overrideby", numberOrNull(state.overrideBy()))
                .add("valueused", false)
                .add("hascompletion", true)
                .add("isautomatic", activity.tracking() == BY_ITSELF)
                .add(
                        "istrackeduser",
                        tables.enrolment(userId, activity.courseId()).isPresent())
                .add("uservisible", true)
                .add("details", details(activity, state.state()))
                .add("isoverallcomplete", state.state() > 0);
    }

    static JsonArrayBuilder details(Activity activity, int state) {
        if (!activity.kind().equals("feedback")) {
            return array();
        }
        return array().add(object().add("rulename", "completionsubmit")
                .add("rulevalue", object().add("status", state).add("description", "Submit feedback")));
    }

    private ActivityState state(Activity activity, long userId) {
        return tables.activityStatesByPair
                .first(new Pair(userId, activity.id()))
                .orElseGet(() -> new ActivityState(tables.activityStates.nextId(), userId, activity.id(), 0, 0, 0));
    }

    /** For the web-service account itself, which is enrolled nowhere. */
    private JsonValue markSelfCompleted(Args args) {
        long courseId = args.only("courseid").number("courseid");
        lookup.course(courseId);
        capabilities.requireLogin(courseId);
        throw WebServiceException.moodle(
                "nottracked", "You are currently not being tracked by completion in this course");
    }

    private JsonValue override(Args args) {
        args.only("userid", "cmid", "newstate");
        var activity = activity(args.number("cmid"));
        int state = (int) args.number("newstate");
        capabilities.requireLogin(activity.courseId());
        capabilities.require(Capability.OVERRIDE_COMPLETION);
        var changed = change(activity, args.number("userid"), state, Tables.WEB_SERVICE);
        return object().add("cmid", activity.id())
                .add("userid", changed.userId())
                .add("state", state)
                .add("timecompleted", changed.at())
                .add("overrideby", Tables.WEB_SERVICE)
                .add("tracking", activity.tracking())
                .build();
    }

    private JsonValue updateOwn(Args args) {
        args.only("cmid", "completed");
        var activity = activity(args.number("cmid"));
        if (!args.has("completed")) {
            throw WebServiceException.invalidParameter();
        }
        capabilities.requireLogin(activity.courseId());
        if (activity.tracking() != BY_SAYING_SO) {
            throw WebServiceException.moodle(
                    "cannotmanualctrack", "Activity does not provide manual completion tracking");
        }
        change(activity, Tables.WEB_SERVICE, args.flag("completed", false) ? 1 : 0, 0);
        return object().add("status", true).add("warnings", array()).build();
    }

    private Activity activity(long id) {
        return tables.activities
                .find(id)
                .orElseThrow(() -> WebServiceException.moodle("invalidcoursemodule", "Invalid course module ID"));
    }

    private ActivityState change(Activity activity, long userId, int state, long overrideBy) {
        var changed =
                new ActivityState(state(activity, userId).id(), userId, activity.id(), state, site.now(), overrideBy);
        site.put(changed);
        return changed;
    }
}
