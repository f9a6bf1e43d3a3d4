package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.nameValue;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.CourseMade;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * {@code core_course_get_courses} and {@code core_course_get_courses_by_field}. The two describe a course in different
 * ways, and both count the front page as a course.
 */
final class CourseFunctions {
    private static final Set<String> SEARCHABLE = Set.of("id", "ids", "shortname", "idnumber", "category");
    private static final List<String> FILTERS =
            List.of("displayh5p", "activitynames", "mathjaxloader", "emoticon", "urltolink", "mediaplugin");

    private static final CourseSettings FRONT_PAGE_SETTINGS = CourseSettings.USUAL.withoutCompletion();

    private final Tables tables;
    private final Capabilities capabilities;
    private final String siteUrl;

    CourseFunctions(Site site, Capabilities capabilities, String siteUrl) {
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.siteUrl = siteUrl;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_course_get_courses", this::courses, "core_course_get_courses_by_field", this::coursesByField);
    }

    private JsonValue courses(Args args) {
        var ids = args.only("options").structure("options").map(options -> options.texts("ids"));
        var found = array();
        if (ids.isPresent()) {
            byIds(ids.get().stream())
                    .peek(course -> capabilities.requireContext(course.id()))
                    .forEach(course -> found.add(briefly(course)));
        } else {
            found.add(frontPageBriefly());
            tables.courses.all().stream()
                    .peek(course -> capabilities.requireContext(course.id()))
                    .forEach(course -> found.add(briefly(course)));
        }
        return found.build();
    }

    private JsonValue coursesByField(Args args) {
        var field = args.only("field", "value").optionalText("field").filter(name -> !name.isEmpty());
        var found = array();
        if (field.isPresent()) {
            find(field.get(), args.text("value"))
                    .filter(course -> capabilities.maySee(course.id()))
                    .forEach(course -> found.add(fully(course)));
        } else {
            found.add(frontPageFully());
            tables.courses.all().stream()
                    .filter(course -> capabilities.maySee(course.id()))
                    .forEach(course -> found.add(fully(course)));
        }
        return object().add("courses", found).add("warnings", array()).build();
    }

    private Stream<CourseMade> find(String field, String value) {
        if (!SEARCHABLE.contains(field)) {
            throw WebServiceException.invalidParameter();
        }
        return switch (field) {
            case "shortname" -> tables.coursesByShortname.list(value).stream();
            case "idnumber" -> tables.coursesByIdnumber.list(value).stream();
            case "category" -> tables.coursesByCategory.list(Args.toNumber(value)).stream();
            default -> byIds(Arrays.stream(value.split(",")));
        };
    }

    private Stream<CourseMade> byIds(Stream<String> ids) {
        return ids.map(Args::toNumber)
                .map(tables.courses::find)
                .flatMap(Optional::stream)
                .distinct();
    }

    private JsonObjectBuilder briefly(CourseMade made) {
        var course = made.course();
        var settings = tables.settings(made.id());
        var json = object().add("id", made.id())
                .add("shortname", course.shortname())
                .add("categoryid", made.categoryId())
                .add("categorysortorder", 20_000 + made.id())
                .add("fullname", Html.name(course.fullname()))
                .add("displayname", Html.name(course.fullname()))
                .add("summary", Html.paragraph(course.summary()))
                .add("summaryformat", 1)
                .add("format", "topics")
                .add("startdate", made.at())
                .add("enddate", 0)
                .add("showactivitydates", false)
                .add("showcompletionconditions", true);
        if (capabilities.has(Capability.UPDATE_COURSES)) {
            json.add("idnumber", course.idnumber())
                    .add("numsections", 3)
                    .add("showgrades", 1)
                    .add("newsitems", 1)
                    .add("maxbytes", 0)
                    .add("showreports", 0)
                    .add("visible", settings.visible() ? 1 : 0)
                    .add("hiddensections", 1)
                    .add("groupmode", settings.separateGroups() ? 1 : 0)
                    .add("groupmodeforce", 0)
                    .add("defaultgroupingid", 0)
                    .add("timecreated", made.at())
                    .add("timemodified", made.at())
                    .add("enablecompletion", settings.completion() ? 1 : 0)
                    .add("completionnotify", 0)
                    .add("lang", "")
                    .add("forcetheme", "")
                    .add("courseformatoptions", formatOptions());
        }
        return withCustomFields(json, course);
    }

    private JsonObjectBuilder frontPageBriefly() {
        return object().add("id", Tables.FRONT_PAGE)
                .add("shortname", "stand-in")
                .add("categoryid", 0)
                .add("categorysortorder", 1)
                .add("fullname", "Moodle-stand-in")
                .add("displayname", "Moodle-stand-in")
                .add("idnumber", "")
                .add("summary", "")
                .add("summaryformat", 0)
                .add("format", "site")
                .add("showgrades", 1)
                .add("newsitems", 3)
                .add("startdate", 0)
                .add("enddate", 0)
                .add("numsections", 1)
                .add("maxbytes", 0)
                .add("showreports", 0)
                .add("visible", 1)
                .add("groupmode", 0)
                .add("groupmodeforce", 0)
                .add("defaultgroupingid", 0)
                .add("timecreated", 0)
                .add("timemodified", 0)
                .add("enablecompletion", 0)
                .add("completionnotify", 0)
                .add("lang", "")
                .add("forcetheme", "")
                .add("courseformatoptions", array().add(nameValue("numsections", 1)))
                .add("showactivitydates", false)
                .addNull("showcompletionconditions");
    }

    private JsonObjectBuilder fully(CourseMade made) {
        var course = made.course();
        var settings = tables.settings(made.id());
        var json = object().add("id", made.id())
                .add("fullname", Html.name(course.fullname()))
                .add("displayname", Html.name(course.fullname()))
                .add("shortname", course.shortname())
                .add("courseimage", siteUrl + "/pluginfile.php/" + made.id() + "/course/generated/course.svg")
                .add("categoryid", made.categoryId())
                .add("categoryname", Html.name(course.category()))
                .add("sortorder", 20_000 + made.id())
                .add("summary", Html.paragraph(course.summary()))
                .add("summaryformat", 1)
                .add("summaryfiles", array())
                .add("overviewfiles", array())
                .add("showactivitydates", false)
                .add("showcompletionconditions", true)
                .add("contacts", array())
                .add("enrollmentmethods", settings.manualEnrolment() ? array().add("manual") : array());
        if (capabilities.has(Capability.UPDATE_COURSES)) {
            withSettings(json, course.idnumber(), "topics", settings, made.at());
            json.add(
                    "courseformatoptions",
                    formatOptions().add(object().add("name", "indentation").add("value", "1")));
        }
        return withCustomFields(json, course);
    }

    private JsonObjectBuilder frontPageFully() {
        var json = object().add("id", Tables.FRONT_PAGE)
                .add("fullname", "Moodle-stand-in")
                .add("displayname", "Moodle-stand-in")
                .add("shortname", "stand-in")
                .add("courseimage", siteUrl + "/pluginfile.php/1/course/generated/course.svg")
                .add("categoryid", 0)
                .add("categoryname", "")
                .add("sortorder", 1)
                .add("summary", "")
                .add("summaryformat", 0)
                .add("summaryfiles", array())
                .add("overviewfiles", array())
                .add("showactivitydates", false)
                .addNull("showcompletionconditions")
                .add("contacts", array())
                .add("enrollmentmethods", array());
        return withSettings(json, "", "site", FRONT_PAGE_SETTINGS, 0);
    }

    private static JsonObjectBuilder withSettings(
            JsonObjectBuilder json, String idnumber, String format, CourseSettings settings, long at) {
        var filters = array();
        FILTERS.forEach(filter ->
                filters.add(object().add("filter", filter).add("localstate", 0).add("inheritedstate", 1)));
        return json.add("idnumber", idnumber)
                .add("format", format)
                .add("showgrades", 1)
                .add("newsitems", 1)
                .add("startdate", at)
                .add("enddate", 0)
                .add("maxbytes", 0)
                .add("showreports", 0)
                .add("visible", settings.visible() ? 1 : 0)
                .add("groupmode", settings.separateGroups() ? 1 : 0)
                .add("groupmodeforce", 0)
                .add("defaultgroupingid", 0)
                .add("enablecompletion", settings.completion() ? 1 : 0)
                .add("completionnotify", 0)
                .add("lang", "")
                .add("theme", "")
                .add("marker", 0)
                .add("legacyfiles", 0)
                .add("calendartype", "")
                .add("timecreated", at)
                .add("timemodified", at)
                .add("requested", 0)
                .add("cacherev", at)
                .add("filters", filters);
    }

    /** Courses of a site without custom fields do not have the list at all. */
    private static JsonObjectBuilder withCustomFields(JsonObjectBuilder json, Course course) {
        if (course.customFields().isEmpty()) {
            return json;
        }
        var fields = array();
        course.customFields()
                .forEach(field -> fields.add(object().add("type", "text")
                        .add("value", field.value())
                        .add("valueraw", field.value())
                        .add("name", field.name())
                        .add("shortname", field.shortname())));
        return json.add("customfields", fields);
    }

    private static JsonArrayBuilder formatOptions() {
        return array().add(nameValue("hiddensections", 1)).add(nameValue("coursedisplay", 0));
    }
}
