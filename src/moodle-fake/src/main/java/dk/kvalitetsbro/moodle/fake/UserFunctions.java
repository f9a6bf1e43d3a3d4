package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Change.AccountMade;
import dk.kvalitetsbro.moodle.fake.Change.CourseMade;
import dk.kvalitetsbro.moodle.fake.Change.Enrolled;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code core_user_get_users_by_field} and {@code core_enrol_get_enrolled_users}. */
final class UserFunctions {
    private final Site site;
    private final MoodleVersion version;
    private final String siteUrl;

    UserFunctions(Site site, MoodleVersion version, String siteUrl) {
        this.site = site;
        this.version = version;
        this.siteUrl = siteUrl;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_user_get_users_by_field", this::usersByField,
                "core_enrol_get_enrolled_users", this::enrolledUsers);
    }

    /** By id whatever the order of the values, each account once, and nothing for an unknown value. */
    private JsonValue usersByField(Args args) {
        var field = args.only("field", "values").text("field");
        if (!args.has("values")) {
            throw WebServiceException.invalidParameter();
        }
        var found = new TreeMap<Long, AccountMade>();
        args.texts("values").stream()
                .flatMap(value -> find(field, value))
                .forEach(account -> found.put(account.id(), account));
        var users = array();
        found.values().forEach(account -> users.add(full(account)));
        return users.build();
    }

    private Stream<AccountMade> find(String field, String value) {
        return switch (field) {
            case "id" -> site.accounts().byId(Args.toNumber(value)).stream();
            case "idnumber" -> site.accounts().byIdnumber(value).stream();
            case "username" -> site.accounts().byUsername(value).stream();
            case "email" -> site.accounts().byUsername(value.replaceFirst("@example\\.org$", "")).stream();
            default -> throw WebServiceException.coding("invalid field parameter");
        };
    }

    private JsonValue enrolledUsers(Args args) {
        long courseId = args.only("courseid", "options").number("courseid");
        if (courseId != Courses.FRONT_PAGE && site.courses().byId(courseId).isEmpty()) {
            throw version.missingRecord("course");
        }
        var options = new HashMap<String, String>();
        args.optionalRows("options").forEach(option -> options.put(option.text("name"), option.text("value")));
        long skip = Args.toNumber(options.getOrDefault("limitfrom", "0"));
        long limit = Args.toNumber(options.getOrDefault("limitnumber", "0"));
        var fields = fields(options.getOrDefault("userfields", ""));
        var users = array();
        site.enrolments().inCourse(courseId).stream()
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
        var account = site.accounts().byId(enrolled.userId()).orElseThrow();
        if (Set.of("id", "fullname", "idnumber").containsAll(fields) && !fields.isEmpty()) {
            return brief(account, fields.contains("idnumber")).build();
        }
        var whole = person(account)
                .add("firstaccess", 0)
                .add("lastaccess", 0)
                .add("lastcourseaccess", 0)
                .add("profileimageurlsmall", picture("f2"))
                .add("profileimageurl", picture("f1"))
                .add("roles", array().add(studentRole()))
                .add("enrolledcourses", enrolledCourses(enrolled.userId()))
                .build();
        return fields.isEmpty() ? whole : pick(whole, fields);
    }

    private JsonObjectBuilder brief(AccountMade account, boolean withIdnumber) {
        var json =
                object().add("id", account.id()).add("fullname", account.user().fullname());
        if (withIdnumber && !account.user().idnumber().isEmpty()) {
            json.add("idnumber", account.user().idnumber());
        }
        return json;
    }

    private JsonObjectBuilder full(AccountMade account) {
        return person(account)
                .add("firstaccess", 0)
                .add("lastaccess", 0)
                .add("auth", "manual")
                .add("suspended", false)
                .add("confirmed", true)
                .add("lang", "da")
                .add("theme", "")
                .add("timezone", "99")
                .add("mailformat", 1)
                .add("trackforums", 0)
                .add("profileimageurlsmall", picture("f2"))
                .add("profileimageurl", picture("f1"));
    }

    /** Moodle leaves an idnumber out that is not set. */
    private JsonObjectBuilder person(AccountMade account) {
        var user = account.user();
        var json = object().add("id", account.id())
                .add("username", user.username())
                .add("firstname", user.firstname())
                .add("lastname", user.lastname())
                .add("fullname", user.fullname())
                .add("email", user.username() + "@example.org")
                .add("department", "Dagtilbud");
        return user.idnumber().isEmpty() ? json : json.add("idnumber", user.idnumber());
    }

    private JsonValue enrolledCourses(long userId) {
        var courses = array();
        site.enrolments().of(userId).stream()
                .flatMap(enrolled -> site.courses().byId(enrolled.courseId()).stream())
                .map(UserFunctions::courseName)
                .forEach(courses::add);
        return courses.build();
    }

    private static JsonObjectBuilder courseName(CourseMade made) {
        return object().add("id", made.id())
                .add("fullname", made.course().fullname())
                .add("shortname", made.course().shortname());
    }

    private static JsonObjectBuilder studentRole() {
        return object().add("roleid", EnrolmentFunctions.STUDENT_ROLE)
                .add("name", "")
                .add("shortname", "student")
                .add("sortorder", 0);
    }

    private static JsonObject pick(JsonObject whole, Set<String> fields) {
        var picked = object();
        whole.forEach((name, value) -> {
            if (fields.contains(name)) {
                picked.add(name, value);
            }
        });
        return picked.build();
    }

    private String picture(String size) {
        return siteUrl + "/theme/image.php/boost/core/1/u/" + size;
    }
}
