package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.flag;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Link;
import dk.kvalitetsbro.moodle.fake.Row.Link.Kind;
import dk.kvalitetsbro.moodle.fake.Row.Template;
import dk.kvalitetsbro.moodle.fake.Tables.LinkKey;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** Templates of learning plans, and their competencies. */
final class TemplateFunctions {
    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;

    TemplateFunctions(Site site, Capabilities capabilities, Lookup lookup) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
    }

    Map<String, WebServices.Function> all() {
        return Map.ofEntries(
                Map.entry("core_competency_create_template", this::create),
                Map.entry("core_competency_read_template", this::read),
                Map.entry("core_competency_list_templates", this::list),
                Map.entry("core_competency_count_templates", this::count),
                Map.entry("core_competency_update_template", this::update),
                Map.entry("core_competency_delete_template", this::delete),
                Map.entry("core_competency_template_has_related_data", this::hasRelatedData),
                Map.entry("core_competency_add_competency_to_template", this::addCompetency),
                Map.entry("core_competency_remove_competency_from_template", this::removeCompetency),
                Map.entry("core_competency_list_competencies_in_template", this::competencies),
                Map.entry("core_competency_count_competencies_in_template", this::countCompetencies),
                Map.entry("core_competency_list_templates_using_competency", this::listUsing),
                Map.entry("core_competency_count_templates_using_competency", this::countUsing));
    }

    private JsonValue create(Args args) {
        var row = args.only("template").requiredStructure("template");
        var shortname = row.text("shortname");
        if (!row.has("contextid") && !row.has("contextlevel")) {
            throw WebServiceException.invalidParameter();
        }
        capabilities.require(Capability.MANAGE_TEMPLATES);
        var template = new Template(
                tables.templates.nextId(),
                shortname,
                row.optionalText("description").orElse(""),
                row.numberOrZero("duedate"),
                row.flag("visible", true),
                site.now(),
                site.now());
        site.put(template);
        return describe(template).build();
    }

    private JsonValue read(Args args) {
        return describe(seen(args)).build();
    }

    private JsonValue list(Args args) {
        args.only("sort", "order", "skip", "limit", "context", "includes", "onlyvisible");
        args.requiredStructure("context");
        capabilities.require(Capability.VIEW_TEMPLATES);
        boolean onlyVisible = args.flag("onlyvisible", false);
        long limit = args.numberOrZero("limit");
        var templates = tables.templates.all().stream()
                .filter(template -> template.visible() || !onlyVisible)
                .skip(args.numberOrZero("skip"))
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .toList();
        return array(templates, this::describe).build();
    }

    private JsonValue count(Args args) {
        args.only("context", "includes").requiredStructure("context");
        capabilities.require(Capability.VIEW_TEMPLATES);
        return Replies.number(tables.templates.all().size());
    }

    private JsonValue update(Args args) {
        var row = args.only("template").requiredStructure("template");
        var before = managed(row.number("id"));
        site.put(new Template(
                before.id(),
                row.optionalText("shortname").orElse(before.shortname()),
                row.optionalText("description").orElse(before.description()),
                row.optionalNumber("duedate").orElse(before.dueDate()),
                row.flag("visible", before.visible()),
                before.at(),
                site.now()));
        return JsonValue.TRUE;
    }

    /** Its plans go with it, or stay as plans of their own. */
    private JsonValue delete(Args args) {
        var template = managed(args.only("id", "deleteplans").number("id"));
        boolean withPlans = args.flag("deleteplans", true);
        for (var plan : tables.plansByTemplate.list(template.id())) {
            if (withPlans) {
                site.remove(plan);
            } else {
                site.put(plan.withoutTemplate(site.now()));
            }
        }
        tables.linksByOwner
                .list(new LinkKey(Kind.TEMPLATE_COMPETENCY, template.id()))
                .forEach(site::remove);
        site.remove(template);
        return JsonValue.TRUE;
    }

    private JsonValue hasRelatedData(Args args) {
        return flag(tables.plansByTemplate.count(seen(args).id()) > 0);
    }

    private JsonValue addCompetency(Args args) {
        args.only("templateid", "competencyid");
        long competencyId = args.number("competencyid");
        var template = managed(args.number("templateid"));
        lookup.competency(competencyId);
        boolean added = tables.link(Kind.TEMPLATE_COMPETENCY, template.id(), competencyId)
                .isEmpty();
        if (added) {
            site.put(
                    new Link(tables.links.nextId(), Kind.TEMPLATE_COMPETENCY, template.id(), competencyId, site.now()));
        }
        return flag(added);
    }

    private JsonValue removeCompetency(Args args) {
        args.only("templateid", "competencyid");
        long competencyId = args.number("competencyid");
        var template = managed(args.number("templateid"));
        var link = tables.link(Kind.TEMPLATE_COMPETENCY, template.id(), competencyId);
        link.ifPresent(site::remove);
        return flag(link.isPresent());
    }

    private JsonValue competencies(Args args) {
        var competencies = links(seen(args)).stream()
                .map(link -> tables.competencies.find(link.member()).orElseThrow())
                .toList();
        return array(competencies, CompetencyFunctions::describe).build();
    }

    private JsonValue countCompetencies(Args args) {
        return Replies.number(links(seen(args)).size());
    }

    private JsonValue listUsing(Args args) {
        return array(using(args), this::describe).build();
    }

    private JsonValue countUsing(Args args) {
        return Replies.number(using(args).size());
    }

    private List<Template> using(Args args) {
        long competencyId = args.only("id").number("id");
        capabilities.require(Capability.VIEW_TEMPLATES);
        return tables.linksByMember.list(new LinkKey(Kind.TEMPLATE_COMPETENCY, competencyId)).stream()
                .map(link -> tables.templates.find(link.owner()).orElseThrow())
                .toList();
    }

    private List<Link> links(Template template) {
        return tables.linksByOwner.list(new LinkKey(Kind.TEMPLATE_COMPETENCY, template.id()));
    }

    private Template seen(Args args) {
        var template = lookup.template(args.only("id").number("id"));
        capabilities.require(Capability.VIEW_TEMPLATES);
        return template;
    }

    private Template managed(long id) {
        var template = lookup.template(id);
        capabilities.require(Capability.MANAGE_TEMPLATES);
        return template;
    }

    private JsonObjectBuilder describe(Template template) {
        return object().add("shortname", template.shortname())
                .add("description", template.description())
                .add("descriptionformat", 1)
                .add("duedate", template.dueDate())
                .add("visible", template.visible())
                .add("contextid", 1)
                .add("id", template.id())
                .add("timecreated", template.at())
                .add("timemodified", template.changed())
                .add("usermodified", Tables.WEB_SERVICE)
                .add("duedateformatted", Dates.longForm(template.dueDate()))
                .add("cohortscount", 0)
                .add("planscount", tables.plansByTemplate.count(template.id()))
                .add("canmanage", capabilities.has(Capability.MANAGE_TEMPLATES))
                .add("canread", true)
                .add("contextname", "System")
                .add("contextnamenoprefix", "System");
    }
}
