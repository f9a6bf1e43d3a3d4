package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Attached;
import dk.kvalitetsbro.moodle.fake.Row.Competency;
import dk.kvalitetsbro.moodle.fake.Row.CourseCompetency;
import dk.kvalitetsbro.moodle.fake.Row.Framework;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/** The plugin's themes: competencies of a framework of their own, and the courses attached to them. */
final class PluginThemeFunctions {
    static final String FRAMEWORK = "kvalitetsbro";
    private static final int LONGEST = 100;
    private static final int NO_EVIDENCE = 0;
    private static final String SCALE =
            "[{\"scaleid\":\"2\"},{\"id\":1,\"scaledefault\":1,\"proficient\":0},{\"id\":2,\"scaledefault\":0,\"proficient\":1}]";

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final PluginRows rows;

    PluginThemeFunctions(Site site, Capabilities capabilities, WebServices services) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.rows = new PluginRows(site, capabilities, services);
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "local_kvalitetsbro_set_themes", this::setThemes,
                "local_kvalitetsbro_attach_course", this::attach,
                "local_kvalitetsbro_detach_course", this::detach);
    }

    private record Theme(String code, String name, String description) {
        static Theme of(Args row) {
            row.only("code", "name", "description");
            return new Theme(
                    row.trimmedText("code"),
                    row.optionalPlainText("name").orElseThrow(WebServiceException::invalidParameter),
                    row.optionalPlainText("description").orElse(""));
        }

        boolean isTold(Competency competency) {
            return competency.shortname().equals(name)
                    && competency.description().equals(description);
        }
    }

    private JsonValue setThemes(Args args) {
        args.only("expected", "rows");
        return rows.each(args, Capability.MANAGE_THEMES, Theme::of, this::write);
    }

    /** Adds a theme or renames it; none is ever removed. */
    private boolean write(Theme theme) {
        if (theme.code.isBlank() || theme.name.isBlank()) {
            throw WebServiceException.plugin("themeincomplete", "A theme has a code and a name.");
        }
        if (length(theme.code) > LONGEST || length(theme.name) > LONGEST) {
            throw WebServiceException.plugin(
                    "themetoolong", "The code and the name of a theme have at most " + LONGEST + " characters each.");
        }
        var before = find(theme.code);
        if (before.filter(theme::isTold).isPresent()) {
            return false;
        }
        capabilities.require(Capability.MANAGE_COMPETENCIES);
        long frameworkId = framework().orElseGet(this::makeFramework).id();
        site.put(new Competency(
                before.map(Competency::id).orElseGet(tables.competencies::nextId),
                frameworkId,
                0,
                theme.name,
                theme.code,
                theme.description,
                before.map(Competency::sortorder).orElse((long) tables.competenciesByFramework.count(frameworkId)),
                before.map(Competency::at).orElseGet(site::now),
                site.now()));
        return true;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private Framework makeFramework() {
        var framework = new Framework(
                tables.frameworks.nextId(),
                "Quality themes (Kvalitetsbro)",
                FRAMEWORK,
                "Written by the Kvalitetsbro connector: the quality themes of the municipality.",
                true,
                2,
                SCALE,
                "",
                site.now(),
                site.now());
        site.put(framework);
        return framework;
    }

    /** A link that somebody made in Moodle is accepted as it is. */
    private JsonValue attach(Args args) {
        long courseId = requireCourse(args);
        long themeId = known(args.trimmedText("themecode")).id();
        capabilities.require(Capability.LINK_COMPETENCIES);
        boolean linked = tables.courseCompetency(courseId, themeId).isPresent();
        if (!linked) {
            site.put(new CourseCompetency(
                    tables.courseCompetencies.nextId(), courseId, themeId, NO_EVIDENCE, site.now(), site.now()));
        }
        boolean attached = attached(courseId, themeId).isPresent();
        if (!attached) {
            site.put(new Attached(tables.attached.nextId(), courseId, themeId));
        }
        return changed(!linked || !attached);
    }

    /** Whoever made the link. */
    private JsonValue detach(Args args) {
        long courseId = requireCourse(args);
        long themeId = known(args.trimmedText("themecode")).id();
        capabilities.require(Capability.LINK_COMPETENCIES);
        var link = tables.courseCompetency(courseId, themeId);
        var attached = attached(courseId, themeId);
        link.ifPresent(site::remove);
        attached.ifPresent(site::remove);
        return changed(link.isPresent() || attached.isPresent());
    }

    private static JsonValue changed(boolean changed) {
        return object().add("changed", changed).build();
    }

    /** Moodle's front page counts as a course here. */
    private long requireCourse(Args args) {
        long courseId = args.only("courseid", "themecode").number("courseid");
        args.trimmedText("themecode");
        if (courseId != Tables.FRONT_PAGE && tables.courses.find(courseId).isEmpty()) {
            throw WebServiceException.plugin("invalidrecord", "There is no course with the id " + courseId + ".");
        }
        capabilities.requireLogin(courseId);
        capabilities.require(Capability.ATTACH_COURSE);
        return courseId;
    }

    private Optional<Attached> attached(long courseId, long competencyId) {
        return tables.attachedByCourse.list(courseId).stream()
                .filter(row -> row.competencyId() == competencyId)
                .findFirst();
    }

    private Competency known(String code) {
        return find(code)
                .orElseThrow(() -> WebServiceException.plugin(
                        "themeunknown", "There is no theme with the code " + Html.escape(code) + "."));
    }

    private Optional<Competency> find(String code) {
        return framework().flatMap(framework -> tables.competenciesByFramework.list(framework.id()).stream()
                .filter(competency -> competency.idnumber().equals(code))
                .findFirst());
    }

    private Optional<Framework> framework() {
        return tables.frameworks.all().stream()
                .filter(framework -> framework.idnumber().equals(FRAMEWORK))
                .findFirst();
    }
}
