package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.CourseMade;
import dk.kvalitetsbro.moodle.fake.Row.Enrolled;
import dk.kvalitetsbro.moodle.fake.Tables.Pair;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code core_enrol_get_enrolled_users} and {@code core_enrol_get_users_courses}. */
final class ParticipantFunctions {
    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;
    private final People people;
    private final String siteUrl;

    ParticipantFunctions(Site site, Capabilities capabilities, Lookup lookup, People people, String siteUrl) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
        this.people = people;
        this.siteUrl = siteUrl;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_enrol_get_enrolled_users", this::enrolledUsers,
                "core_enrol_get_users_courses", this::usersCourses);
    }

    private JsonValue enrolledUsers(Args args) {
        long courseId = args.only("courseid", "options").number("courseid");
        if (courseId != Tables.FRONT_PAGE) {
            lookup.course(courseId);
        }
        var options = new HashMap<String, String>();
        args.optionalRows("options").forEach(option -> options.put(option.text("name"), option.text("value")));
        capabilities.requireContext(courseId);
        capabilities.requireParticipants();
        long skip = Args.toNumber(options.getOrDefault("limitfrom", "0"));
        long limit = Args.toNumber(options.getOrDefault("limitnumber", "0"));
        if (!options.getOrDefault("groupid", "0").equals("0")) {
            capabilities.require(Capability.ACCESS_ALL_GROUPS); // the account is in no group
        }
        boolean onlyActive = !options.getOrDefault("onlyactive", "0").equals("0");
        if (onlyActive) {
            capabilities.require(Capability.REVIEW_ENROLMENTS);
        }
        var users = array();
        if (!options.getOrDefault("groupid", "0").equals("0")) {
            capabilities.require(Capability.ACCESS_ALL_GROUPS);
            return users.build(); // only asked for groups that don't exist
        }
        var fields = fields(options.getOrDefault("userfields", ""));
        if (tables.settings(courseId).separateGroups() && !capabilities.has(Capability.ACCESS_ALL_GROUPS)) {
            return users.build(); // an account that is in no group sees nobody
        }
        tables.enrolmentsByCourse.list(courseId).stream()
                .filter(enrolled -> people.areVisible() && (!onlyActive || enrolled.isActive(site.now())))
                .sorted(Comparator.comparing(Enrolled::userId))
                .skip(skip)
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .forEach(enrolled -> users.add(describe(enrolled, fields)));
        return users.build();
    }

    /** The id and the name always come along; no list means every field. */
    private static Set<String> fields(String list) {
        var fields = new LinkedHashSet<String>();
        if (!list.isEmpty()) {
            fields.addAll(List.of("id", "fullname"));
            Arrays.stream(list.split(",")).map(String::strip).forEach(fields::add);
        }
        return fields;
    }

    private JsonObject describe(Enrolled enrolled, Set<String> fields) {
        var account = tables.accounts.find(enrolled.userId()).orElseThrow();
        if (fields.isEmpty() || fields.contains("roles") || fields.contains("enrolledcourses")) {
            return pick(whole(account), fields);
        }
        return pick(people.person(account), fields);
    }

    private JsonObjectBuilder whole(Account account) {
        return people.person(account)
                .add("firstaccess", 0)
                .add("lastaccess", 0)
                .add("lastcourseaccess", 0)
                .add("profileimageurlsmall", people.picture("f2"))
                .add("profileimageurl", people.picture("f1"))
                .add("roles", array().add(studentRole()))
                .add("enrolledcourses", array(tables.coursesOf(account.id()), ParticipantFunctions::courseName));
    }

    private static JsonObjectBuilder courseName(CourseMade made) {
        return object().add("id", made.id())
                .add("fullname", Html.name(made.course().fullname()))
                .add("shortname", made.course().shortname());
    }

    private static JsonObjectBuilder studentRole() {
        return object().add("roleid", EnrolmentFunctions.STUDENT_ROLE)
                .add("name", "")
                .add("shortname", "student")
                .add("sortorder", 0);
    }

    private static JsonObject pick(JsonObjectBuilder person, Set<String> fields) {
        var whole = person.build();
        if (fields.isEmpty()) {
            return whole;
        }
        var picked = object();
        whole.forEach((name, value) -> {
            if (fields.contains(name)) {
                picked.add(name, value);
            }
        });
        return picked.build();
    }

    /** Without those that have not begun, are over or suspended; nothing for somebody unknown. */
    private JsonValue usersCourses(Args args) {
        long userId = args.only("userid", "returnusercount").number("userid");
        boolean count = args.flag("returnusercount", true);
        var courses = tables.coursesOf(userId).stream()
                .filter(made -> capabilities.mayEnter(made.id()))
                .filter(made ->
                        tables.enrolment(userId, made.id()).orElseThrow().isActive(site.now()))
                .toList();
        return array(courses, made -> courseOf(userId, made, count)).build();
    }

    private JsonObjectBuilder courseOf(long userId, CourseMade made, boolean count) {
        var course = made.course();
        var settings = tables.settings(made.id());
        boolean completed = tables.completion(userId, made.id()).isPresent();
        var json = object().add("id", made.id())
                .add("shortname", course.shortname())
                .add("fullname", Html.name(course.fullname()))
                .add("displayname", Html.name(course.fullname()));
        if (count) {
            json.add("enrolledusercount", tables.enrolmentsByCourse.count(made.id()));
        }
        return json.add("idnumber", course.idnumber())
                .add("visible", settings.visible() ? 1 : 0)
                .add("summary", Html.paragraph(course.summary()))
                .add("summaryformat", 1)
                .add("format", "topics")
                .add("courseimage", siteUrl + "/pluginfile.php/" + made.id() + "/course/generated/course.svg")
                .add("showgrades", true)
                .add("lang", "")
                .add("enablecompletion", settings.completion())
                .add("completionhascriteria", settings.criterion())
                .add("completionusertracked", settings.completion())
                .add("category", made.categoryId())
                .add("progress", settings.completion() ? progress(userId, made.id(), completed) : JsonValue.NULL)
                .add("completed", settings.completion() ? Replies.flag(completed) : JsonValue.NULL)
                .add("startdate", made.at())
                .add("enddate", 0)
                .add("marker", 0)
                .addNull("lastaccess")
                .add("isfavourite", false)
                .add("hidden", false)
                .add("overviewfiles", array())
                .add("showactivitydates", false)
                .add("showcompletionconditions", true)
                .add("timemodified", made.at());
    }

    /** In percent of the activities that can be completed; null where there are none. */
    private JsonValue progress(long userId, long courseId, boolean completed) {
        var activities = tables.activitiesByCourse.list(courseId).stream()
                .filter(activity -> activity.tracking() > 0)
                .toList();
        if (completed) {
            return Replies.number(100);
        }
        if (activities.isEmpty()) {
            return JsonValue.NULL;
        }
        long done = activities.stream()
                .flatMap(activity -> tables.activityStatesByPair.list(new Pair(userId, activity.id())).stream())
                .filter(state -> state.state() > 0)
                .count();
        return Replies.number(100 * done / activities.size());
    }
}
