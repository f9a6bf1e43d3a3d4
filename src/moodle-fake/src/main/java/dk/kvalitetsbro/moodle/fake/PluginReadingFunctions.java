package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.PluginCursor.Page;
import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.Attached;
import dk.kvalitetsbro.moodle.fake.Row.Category;
import dk.kvalitetsbro.moodle.fake.Row.Cohort;
import dk.kvalitetsbro.moodle.fake.Row.Competency;
import dk.kvalitetsbro.moodle.fake.Row.Completed;
import dk.kvalitetsbro.moodle.fake.Row.CourseCompetency;
import dk.kvalitetsbro.moodle.fake.Row.CourseMade;
import dk.kvalitetsbro.moodle.fake.Row.CourseSetUp;
import dk.kvalitetsbro.moodle.fake.Row.Link;
import dk.kvalitetsbro.moodle.fake.Tables.LinkKey;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the plugin local_kvalitetsbro tells, page by page. */
final class PluginReadingFunctions {
    /** As in the plugin's version.php. */
    static final String VERSION = "2026112801";

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final MoodleVersion version;
    private final WebServices services;

    PluginReadingFunctions(Site site, Capabilities capabilities, MoodleVersion version, WebServices services) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.version = version;
        this.services = services;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "local_kvalitetsbro_get_limits", this::limits,
                "local_kvalitetsbro_get_completions", this::completions,
                "local_kvalitetsbro_get_catalogue", this::catalogue,
                "local_kvalitetsbro_get_people", this::people);
    }

    private JsonValue limits(Args args) {
        args.only();
        capabilities.require(Capability.READ_CATALOGUE);
        return object().add("maxinputvars", services.maxInputVars())
                .add("pagesize", PluginCursor.LARGEST_PAGE)
                .add("moodleversion", version.version())
                .add("moodlerelease", version.release())
                .add("pluginversion", VERSION)
                .add("now", site.now())
                .build();
    }

    private JsonValue completions(Args args) {
        var page =
                cursor(args, Capability.READ_COMPLETIONS).read(tables.completions.all(), Completed::at, Completed::id);
        return object().add("ids", column(page, Completed::id))
                .add("userids", column(page, Completed::userId))
                .add("courseids", column(page, Completed::courseId))
                .add("times", column(page, Completed::at))
                .add("more", page.more())
                .add("now", site.now())
                .build();
    }

    private static String column(Page<Completed> page, ToLongFunction<Completed> value) {
        return page.rows().stream()
                .map(row -> String.valueOf(value.applyAsLong(row)))
                .collect(Collectors.joining(","));
    }

    private JsonValue catalogue(Args args) {
        var page = cursor(args, Capability.READ_CATALOGUE).read(tables.courses.all(), this::changed, CourseMade::id);
        return answer("courses", array(page.rows(), this::describe), page)
                .add("categories", array(tables.categories.all(), PluginReadingFunctions::describe))
                .add("total", tables.courses.all().size())
                .build();
    }

    private JsonObjectBuilder describe(CourseMade made) {
        var course = made.course();
        var settings = tables.settings(made.id());
        return object().add("id", made.id())
                .add("categoryid", made.categoryId())
                .add("shortname", Html.name(course.shortname()))
                .add("fullname", Html.name(course.fullname()))
                .add("idnumber", course.idnumber())
                .add("visible", settings.visible())
                .add("completion", settings.completion())
                .add("hours", field(course, "hours"))
                .add("format", field(course, "format"))
                .add("timemodified", changed(made))
                .add("themes", themes(made.id()));
    }

    private static String field(Course course, String shortname) {
        return course.customFields().stream()
                .filter(field -> field.shortname().equals(shortname))
                .map(field -> field.value().strip())
                .findFirst()
                .orElse("");
    }

    private static JsonObjectBuilder describe(Category category) {
        return object().add("id", category.id())
                .add("parentid", 0)
                .add("name", Html.name(category.name()))
                .add("idnumber", category.idnumber())
                .add("visible", true);
    }

    /** When the course or a link to a theme last changed; a link that is gone leaves no trace. */
    private long changed(CourseMade made) {
        var setUp = tables.courseSetUps.find(made.id()).map(CourseSetUp::changed);
        var links = tables.courseCompetenciesByCourse.list(made.id()).stream().map(CourseCompetency::changed);
        return latest(made.at(), Stream.concat(setUp.stream(), links));
    }

    private static long latest(long one, Stream<Long> others) {
        return LongStream.concat(LongStream.of(one), others.mapToLong(Long::longValue))
                .max()
                .getAsLong();
    }

    private JsonArrayBuilder themes(long courseId) {
        var linked = tables.courseCompetenciesByCourse.list(courseId).stream()
                .map(CourseCompetency::competencyId)
                .toList();
        var attached = tables.attachedByCourse.list(courseId).stream()
                .map(Attached::competencyId)
                .toList();
        var states = new TreeMap<String, String>();
        Stream.concat(linked.stream(), attached.stream())
                .flatMap(id -> tables.competencies.find(id).stream())
                .filter(this::isTheme)
                .forEach(theme -> states.put(
                        theme.idnumber(), state(linked.contains(theme.id()), attached.contains(theme.id()))));
        var themes = array();
        states.forEach((code, state) -> themes.add(object().add("code", code).add("state", state)));
        return themes;
    }

    private boolean isTheme(Competency competency) {
        return tables.frameworks
                .find(competency.frameworkId())
                .filter(framework -> framework.idnumber().equals(PluginThemeFunctions.FRAMEWORK))
                .isPresent();
    }

    private static String state(boolean linked, boolean attached) {
        if (!attached) {
            return "proposed";
        }
        return linked ? "attached" : "removed";
    }

    /** An account, be it there or deleted. */
    private record Person(long id, String idnumber, boolean suspended, boolean deleted, long changed) {}

    private JsonValue people(Args args) {
        var cursor = cursor(args, Capability.READ_PEOPLE);
        var there = tables.accounts.all().stream().map(this::person);
        var deleted = tables.deletedAccounts.all().stream()
                .map(gone -> new Person(gone.id(), "", gone.suspended(), true, gone.at()));
        var page = cursor.read(Stream.concat(there, deleted).toList(), Person::changed, Person::id);
        return answer("people", array(page.rows(), this::describe), page).build();
    }

    /** Joining a cohort counts as a change, leaving one does not. */
    private Person person(Account account) {
        long changed =
                latest(account.changed(), memberships(account.id()).stream().map(Link::at));
        return new Person(account.id(), account.idnumber(), account.suspended(), false, changed);
    }

    private JsonObjectBuilder describe(Person person) {
        var cohorts = memberships(person.id).stream()
                .flatMap(link -> tables.cohorts.find(link.owner()).stream())
                .map(Cohort::idnumber)
                .filter(idnumber -> !idnumber.isEmpty())
                .sorted()
                .toList();
        return object().add("id", person.id)
                .add("idnumber", person.idnumber)
                .add("suspended", person.suspended)
                .add("deleted", person.deleted)
                .add("cohorts", Replies.texts(cohorts))
                .add("timemodified", person.changed);
    }

    private List<Link> memberships(long userId) {
        return tables.linksByMember.list(new LinkKey(Link.Kind.COHORT_MEMBER, userId));
    }

    private PluginCursor cursor(Args args, Capability capability) {
        var cursor = PluginCursor.of(args);
        capabilities.require(capability);
        return cursor.checked(site.now());
    }

    private JsonObjectBuilder answer(String name, JsonArrayBuilder rows, Page<?> page) {
        return object().add(name, rows).add("more", page.more()).add("now", site.now());
    }
}
