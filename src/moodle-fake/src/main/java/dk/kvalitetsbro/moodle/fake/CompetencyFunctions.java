package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.flag;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Competency;
import dk.kvalitetsbro.moodle.fake.Row.Link;
import dk.kvalitetsbro.moodle.fake.Row.Link.Kind;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The competencies of frameworks. */
final class CompetencyFunctions {
    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;

    CompetencyFunctions(Site site, Capabilities capabilities, Lookup lookup) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_competency_create_competency", this::create,
                "core_competency_read_competency", this::read,
                "core_competency_list_competencies", this::list,
                "core_competency_count_competencies", this::count,
                "core_competency_search_competencies", this::search,
                "core_competency_update_competency", this::update,
                "core_competency_delete_competency", this::delete,
                "core_competency_add_related_competency", this::addRelated,
                "core_competency_remove_related_competency", this::removeRelated);
    }

    private JsonValue create(Args args) {
        var row = args.only("competency").requiredStructure("competency");
        long frameworkId = row.number("competencyframeworkid");
        var shortname = row.text("shortname");
        var idnumber = row.text("idnumber");
        long parentId = row.numberOrZero("parentid");
        lookup.framework(frameworkId);
        capabilities.require(Capability.MANAGE_COMPETENCIES);
        requireNewIdnumber(frameworkId, idnumber, Optional.empty());
        long siblings = tables.competenciesByFramework.list(frameworkId).stream()
                .filter(other -> other.parentId() == parentId)
                .count();
        var competency = new Competency(
                tables.competencies.nextId(),
                frameworkId,
                parentId,
                shortname,
                idnumber,
                row.optionalText("description").orElse(""),
                siblings,
                site.now(),
                site.now());
        site.put(competency);
        return describe(competency).build();
    }

    private void requireNewIdnumber(long frameworkId, String idnumber, Optional<Competency> itself) {
        if (tables.competenciesByFramework.list(frameworkId).stream()
                .anyMatch(other -> other.idnumber().equals(idnumber)
                        && itself.filter(other::equals).isEmpty())) {
            throw WebServiceException.invalidRow("This ID number is already in use");
        }
    }

    private JsonValue read(Args args) {
        return describe(lookup.competency(args.only("id").number("id"))).build();
    }

    private JsonValue list(Args args) {
        args.only("filters", "sort", "order", "skip", "limit");
        long limit = args.numberOrZero("limit");
        var found = filtered(args).stream()
                .skip(args.numberOrZero("skip"))
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
        return array(found, CompetencyFunctions::describe).build();
    }

    private JsonValue count(Args args) {
        return Replies.number(filtered(args.only("filters")).size());
    }

    private List<Competency> filtered(Args args) {
        var filters = args.rows("filters");
        return tables.competencies.all().stream()
                .filter(competency -> filters.stream().allMatch(filter -> matches(competency, filter)))
                .sorted(Comparator.comparing(Competency::frameworkId).thenComparing(Competency::sortorder))
                .toList();
    }

    private static boolean matches(Competency competency, Args filter) {
        var value = filter.only("column", "value").text("value");
        return switch (filter.text("column")) {
            case "id" -> competency.id() == Args.toNumber(value);
            case "shortname" -> competency.shortname().equals(value);
            case "idnumber" -> competency.idnumber().equals(value);
            case "parentid" -> competency.parentId() == Args.toNumber(value);
            case "competencyframeworkid" -> competency.frameworkId() == Args.toNumber(value);
            default -> throw WebServiceException.invalidParameter();
        };
    }

    private JsonValue search(Args args) {
        args.only("searchtext", "competencyframeworkid");
        var text = Tables.lowerCase(args.text("searchtext"));
        var found = tables.competenciesByFramework.list(args.number("competencyframeworkid")).stream()
                .filter(competency -> Tables.lowerCase(competency.shortname()).contains(text)
                        || Tables.lowerCase(competency.idnumber()).contains(text))
                .toList();
        return array(found, CompetencyFunctions::describe).build();
    }

    private JsonValue update(Args args) {
        var row = args.only("competency").requiredStructure("competency");
        var before = lookup.competency(row.number("id"));
        capabilities.require(Capability.MANAGE_COMPETENCIES);
        var idnumber = row.optionalText("idnumber").orElse(before.idnumber());
        requireNewIdnumber(before.frameworkId(), idnumber, Optional.of(before));
        site.put(new Competency(
                before.id(),
                before.frameworkId(),
                before.parentId(),
                row.optionalText("shortname").orElse(before.shortname()),
                idnumber,
                row.optionalText("description").orElse(before.description()),
                before.sortorder(),
                before.at(),
                site.now()));
        return JsonValue.TRUE;
    }

    /** Not while a course, a plan, a template or somebody's rating uses it. */
    private JsonValue delete(Args args) {
        long id = args.only("id").number("id");
        capabilities.require(Capability.MANAGE_COMPETENCIES);
        var competency = lookup.competency(id);
        boolean free = !tables.competencyIsInUse(id);
        if (free) {
            site.remove(competency);
        }
        return flag(free);
    }

    private JsonValue addRelated(Args args) {
        args.only("competencyid", "relatedcompetencyid");
        var one = lookup.competency(args.number("competencyid"));
        var other = lookup.competency(args.number("relatedcompetencyid"));
        capabilities.require(Capability.MANAGE_COMPETENCIES);
        if (related(one.id(), other.id()).isEmpty()) {
            site.put(new Link(tables.links.nextId(), Kind.RELATED_COMPETENCY, one.id(), other.id(), site.now()));
        }
        return JsonValue.TRUE;
    }

    private JsonValue removeRelated(Args args) {
        args.only("competencyid", "relatedcompetencyid");
        var one = lookup.competency(args.number("competencyid"));
        capabilities.require(Capability.MANAGE_COMPETENCIES);
        var link = related(one.id(), args.number("relatedcompetencyid"));
        link.ifPresent(site::remove);
        return flag(link.isPresent());
    }

    /** Whichever of the two was named first. */
    private Optional<Link> related(long one, long other) {
        return tables.link(Kind.RELATED_COMPETENCY, one, other)
                .or(() -> tables.link(Kind.RELATED_COMPETENCY, other, one));
    }

    static JsonObjectBuilder describe(Competency competency) {
        return object().add("shortname", competency.shortname())
                .add("idnumber", competency.idnumber())
                .add("description", competency.description())
                .add("descriptionformat", 1)
                .add("sortorder", competency.sortorder())
                .add("parentid", competency.parentId())
                .add("path", competency.parentId() == 0 ? "/0/" : "/0/" + competency.parentId() + "/")
                .add("ruleoutcome", 0)
                .addNull("ruletype")
                .addNull("ruleconfig")
                .addNull("scaleid")
                .addNull("scaleconfiguration")
                .add("competencyframeworkid", competency.frameworkId())
                .add("id", competency.id())
                .add("timecreated", competency.at())
                .add("timemodified", competency.changed())
                .add("usermodified", Tables.WEB_SERVICE);
    }
}
