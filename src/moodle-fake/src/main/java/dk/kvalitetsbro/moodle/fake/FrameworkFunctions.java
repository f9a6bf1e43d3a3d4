package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.flag;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Competency;
import dk.kvalitetsbro.moodle.fake.Row.Framework;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Competency frameworks, and the scale that ratings come from. */
final class FrameworkFunctions {
    /** Of the scale that every Moodle has from the start. */
    static final List<String> SCALE =
            List.of("Mostly separate knowing", "Separate and connected", "Mostly connected knowing");

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;

    FrameworkFunctions(Site site, Capabilities capabilities, Lookup lookup) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_competency_create_competency_framework", this::create,
                "core_competency_read_competency_framework", this::read,
                "core_competency_list_competency_frameworks", this::list,
                "core_competency_count_competency_frameworks", this::count,
                "core_competency_update_competency_framework", this::update,
                "core_competency_delete_competency_framework", this::delete,
                "core_competency_get_scale_values", this::scaleValues);
    }

    private JsonValue create(Args args) {
        var row = args.only("competencyframework").requiredStructure("competencyframework");
        var framework = new Framework(
                tables.frameworks.nextId(),
                row.text("shortname"),
                row.text("idnumber"),
                row.optionalText("description").orElse(""),
                row.flag("visible", true),
                row.number("scaleid"),
                row.text("scaleconfiguration"),
                row.optionalText("taxonomies").orElse(""),
                site.now(),
                site.now());
        requireContext(row);
        capabilities.require(Capability.MANAGE_COMPETENCIES);
        requireNewIdnumber(framework);
        site.put(framework);
        return describe(framework).build();
    }

    private static void requireContext(Args row) {
        if (!row.has("contextid") && !row.has("contextlevel")) {
            throw WebServiceException.invalidParameter();
        }
    }

    private void requireNewIdnumber(Framework framework) {
        if (tables.frameworks.all().stream()
                .anyMatch(other ->
                        other.id() != framework.id() && other.idnumber().equals(framework.idnumber()))) {
            throw WebServiceException.invalidRow("This ID number is already in use");
        }
    }

    private JsonValue read(Args args) {
        return describe(lookup.framework(args.only("id").number("id"))).build();
    }

    /** An empty column to sort by is an error of the database. */
    private JsonValue list(Args args) {
        args.only("sort", "order", "skip", "limit", "context", "includes", "onlyvisible", "query");
        args.requiredStructure("context");
        if (args.optionalText("sort").filter(String::isEmpty).isPresent()) {
            throw WebServiceException.databaseRead();
        }
        boolean onlyVisible = args.flag("onlyvisible", false);
        long limit = args.numberOrZero("limit");
        var frameworks = tables.frameworks.all().stream()
                .filter(framework -> framework.visible() || !onlyVisible)
                .skip(args.numberOrZero("skip"))
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
        return array(frameworks, this::describe).build();
    }

    private JsonValue count(Args args) {
        args.only("context", "includes").requiredStructure("context");
        return Replies.number(tables.frameworks.all().size());
    }

    private JsonValue update(Args args) {
        var row = args.only("competencyframework").requiredStructure("competencyframework");
        var before = lookup.framework(row.number("id"));
        capabilities.require(Capability.MANAGE_COMPETENCIES);
        var changed = new Framework(
                before.id(),
                row.optionalText("shortname").orElse(before.shortname()),
                row.optionalText("idnumber").orElse(before.idnumber()),
                row.optionalText("description").orElse(before.description()),
                row.flag("visible", before.visible()),
                row.optionalNumber("scaleid").orElse(before.scaleId()),
                row.optionalText("scaleconfiguration").orElse(before.scaleConfiguration()),
                row.optionalText("taxonomies").orElse(before.taxonomies()),
                before.at(),
                site.now());
        requireNewIdnumber(changed);
        site.put(changed);
        return JsonValue.TRUE;
    }

    /** Not while one of its competencies is in use. */
    private JsonValue delete(Args args) {
        long id = args.only("id").number("id");
        capabilities.require(Capability.MANAGE_COMPETENCIES);
        var framework = lookup.framework(id);
        var competencies = tables.competenciesByFramework.list(id);
        boolean free = competencies.stream().map(Competency::id).noneMatch(tables::competencyIsInUse);
        if (free) {
            competencies.forEach(site::remove);
            site.remove(framework);
        }
        return flag(free);
    }

    private JsonValue scaleValues(Args args) {
        args.only("scaleid").number("scaleid");
        var values = array();
        IntStream.range(0, SCALE.size())
                .forEach(i -> values.add(object().add("id", i + 1).add("name", SCALE.get(i))));
        return values.build();
    }

    private JsonObjectBuilder describe(Framework framework) {
        return object().add("shortname", framework.shortname())
                .add("idnumber", framework.idnumber())
                .add("description", framework.description())
                .add("descriptionformat", 1)
                .add("visible", framework.visible())
                .add("scaleid", framework.scaleId())
                .add("scaleconfiguration", framework.scaleConfiguration())
                .add("contextid", 1)
                .add("taxonomies", framework.taxonomies())
                .add("id", framework.id())
                .add("timecreated", framework.at())
                .add("timemodified", framework.changed())
                .add("usermodified", Tables.WEB_SERVICE)
                .add("canmanage", capabilities.has(Capability.MANAGE_COMPETENCIES))
                .add("competenciescount", tables.competenciesByFramework.count(framework.id()))
                .add("contextname", "System")
                .add("contextnamenoprefix", "System");
    }
}
