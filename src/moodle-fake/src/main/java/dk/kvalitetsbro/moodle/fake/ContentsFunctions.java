package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Activity;
import dk.kvalitetsbro.moodle.fake.Row.Category;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code core_course_get_categories} and {@code core_course_get_contents}: what courses stand in, and what is in them. */
final class ContentsFunctions {
    private static final int SECTIONS = 3;

    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;
    private final String siteUrl;

    ContentsFunctions(Site site, Capabilities capabilities, Lookup lookup, String siteUrl) {
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
        this.siteUrl = siteUrl;
    }

    Map<String, WebServices.Function> all() {
        return Map.of("core_course_get_categories", this::categories, "core_course_get_contents", this::contents);
    }

    private JsonValue categories(Args args) {
        var found = Stream.concat(
                Stream.of(new Category(Tables.FIRST_CATEGORY, "Category 1", "", 0)), tables.categories.all().stream());
        for (var criterion : args.only("criteria", "addsubcategories").optionalRows("criteria")) {
            var key = criterion.only("key", "value").text("key");
            var value = criterion.text("value");
            found = found.filter(category -> matches(category, key, value));
        }
        return array(found.toList(), this::describe).build();
    }

    private boolean matches(Category category, String key, String value) {
        return switch (key) {
            case "id" -> category.id() == Args.toNumber(value);
            case "ids" -> List.of(value.split(",")).contains(Long.toString(category.id()));
            case "name" -> category.name().equals(value);
            case "parent" -> Args.toNumber(value) == 0;
            case "idnumber" -> {
                if (!capabilities.has(Capability.MANAGE_CATEGORIES)) {
                    throw WebServiceException.moodle("criteriaerror", "Missing permissions to search on a criterion.");
                }
                yield category.idnumber().equals(value);
            }
            default ->
                throw WebServiceException.moodle("criteriaerror", "You can not search on this criterion: " + key);
        };
    }

    private JsonObjectBuilder describe(Category category) {
        boolean first = category.id() == Tables.FIRST_CATEGORY;
        return object().add("id", category.id())
                .add("name", category.name())
                .add("idnumber", first ? JsonValue.NULL : Replies.text(category.idnumber()))
                .add("description", "")
                .add("descriptionformat", first ? 1 : 0)
                .add("parent", 0)
                .add("sortorder", 10_000 * category.id())
                .add("coursecount", tables.coursesByCategory.count(category.id()))
                .add("visible", 1)
                .add("visibleold", 1)
                .add("timemodified", category.at())
                .add("depth", 1)
                .add("path", "/" + category.id())
                .add("theme", "");
    }

    private JsonValue contents(Args args) {
        long courseId = args.only("courseid", "options").number("courseid");
        lookup.course(courseId);
        capabilities.requireContext(courseId);
        var sections = array();
        for (int number = 0; number <= SECTIONS; number++) {
            var modules = number > 0 ? array() : array(tables.activitiesByCourse.list(courseId), this::module);
            sections.add(object().add("id", 10 * courseId + number)
                    .add("name", number == 0 ? "General" : "New section")
                    .add("visible", 1)
                    .add("summary", "")
                    .add("summaryformat", 1)
                    .add("section", number)
                    .add("hiddenbynumsections", 0)
                    .add("uservisible", true)
                    .addNull("component")
                    .addNull("itemid")
                    .add("modules", modules));
        }
        return sections.build();
    }

    private JsonObjectBuilder module(Activity activity) {
        var json = object().add("id", activity.id())
                .add("url", siteUrl + "/mod/" + activity.kind() + "/view.php?id=" + activity.id())
                .add("name", activity.name())
                .add("instance", activity.instance())
                .add("contextid", 2_000 + activity.id())
                .add("visible", 1)
                .add("uservisible", true)
                .add("visibleoncoursepage", 1)
                .add("modicon", siteUrl + "/theme/image.php/boost/" + activity.kind() + "/1/monologo?filtericon=1")
                .add("modname", activity.kind())
                .add("purpose", purpose(activity.kind()))
                .add("branded", false)
                .add("modplural", activity.kind())
                .addNull("availability")
                .add("indent", 0)
                .add("onclick", "")
                .addNull("afterlink");
        if (activity.kind().equals("forum")) {
            json.add("activitybadge", array());
        }
        json.add("customdata", customData(activity.kind()))
                .add("noviewlink", false)
                .add("completion", activity.tracking());
        if (activity.tracking() > 0) {
            json.add("completiondata", completionData(activity));
        }
        json.add("downloadcontent", 1).add("dates", array()).add("groupmode", 0);
        return activity.kind().equals("page") ? withPage(json, activity) : json;
    }

    private static String purpose(String kind) {
        return switch (kind) {
            case "forum" -> "collaboration";
            case "feedback" -> "communication";
            default -> "content";
        };
    }

    /** JSON inside a string. */
    private static String customData(String kind) {
        return switch (kind) {
            case "forum" -> "{\"trackingtype\":\"1\"}";
            case "feedback" -> "{\"customcompletionrules\":{\"completionsubmit\":\"1\"},\"anonymous\":\"1\"}";
            default -> "\"\"";
        };
    }

    /** Of the web-service account itself, which is not enrolled. */
    private static JsonObjectBuilder completionData(Activity activity) {
        return object().add("state", 0)
                .add("timecompleted", 0)
                .addNull("overrideby")
                .add("valueused", false)
                .add("hascompletion", true)
                .add("isautomatic", activity.tracking() == 2)
                .add("istrackeduser", false)
                .add("uservisible", true)
                .add("details", CompletionFunctions.details(activity, 0))
                .add("isoverallcomplete", false);
    }

    private JsonObjectBuilder withPage(JsonObjectBuilder json, Activity activity) {
        long at = tables.courses.find(activity.courseId()).orElseThrow().at();
        var file = object().add("type", "file")
                .add("filename", "index.html")
                .add("filepath", "/")
                .add("filesize", 0)
                .add(
                        "fileurl",
                        siteUrl + "/webservice/pluginfile.php/" + activity.id() + "/mod_page/content/index.html")
                .addNull("timecreated")
                .add("timemodified", at)
                .add("sortorder", 1)
                .addNull("userid")
                .addNull("author")
                .addNull("license");
        return json.add("contents", array().add(file))
                .add(
                        "contentsinfo",
                        object().add("filescount", 1)
                                .add("filessize", 0)
                                .add("lastmodified", at)
                                .add("mimetypes", array())
                                .add("repositorytype", ""));
    }
}
