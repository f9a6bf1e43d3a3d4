package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.flag;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Link;
import dk.kvalitetsbro.moodle.fake.Row.Link.Kind;
import dk.kvalitetsbro.moodle.fake.Row.Plan;
import dk.kvalitetsbro.moodle.fake.Tables.LinkKey;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;

/** The competencies of learning plans; a plan made from a template has those of the template. */
final class PlanCompetencyFunctions {
    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;
    private final Ratings ratings;

    PlanCompetencyFunctions(Site site, Capabilities capabilities, Lookup lookup, Ratings ratings) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
        this.ratings = ratings;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_competency_add_competency_to_plan", this::add,
                "core_competency_remove_competency_from_plan", this::remove,
                "core_competency_list_plan_competencies", this::list);
    }

    /** One that is there already is no error. */
    private JsonValue add(Args args) {
        args.only("planid", "competencyid");
        long competencyId = args.number("competencyid");
        var plan = editable(args.number("planid"));
        lookup.competency(competencyId);
        if (tables.link(Kind.PLAN_COMPETENCY, plan.id(), competencyId).isEmpty()) {
            site.put(new Link(tables.links.nextId(), Kind.PLAN_COMPETENCY, plan.id(), competencyId, site.now()));
        }
        return JsonValue.TRUE;
    }

    private JsonValue remove(Args args) {
        args.only("planid", "competencyid");
        long competencyId = args.number("competencyid");
        var plan = editable(args.number("planid"));
        var link = tables.link(Kind.PLAN_COMPETENCY, plan.id(), competencyId);
        link.ifPresent(site::remove);
        return flag(link.isPresent());
    }

    private Plan editable(long id) {
        var plan = lookup.plan(id);
        capabilities.require(Capability.MANAGE_PLANS);
        if (plan.templateId() != 0 || plan.status() == PlanFunctions.COMPLETE) {
            throw WebServiceException.coding("The competencies of this plan can not be changed");
        }
        return plan;
    }

    private JsonValue list(Args args) {
        var plan = lookup.plan(args.only("id").number("id"));
        capabilities.require(Capability.VIEW_PLANS);
        var key = plan.templateId() == 0
                ? new LinkKey(Kind.PLAN_COMPETENCY, plan.id())
                : new LinkKey(Kind.TEMPLATE_COMPETENCY, plan.templateId());
        return array(tables.linksByOwner.list(key), link -> describe(plan, link))
                .build();
    }

    private JsonObjectBuilder describe(Plan plan, Link link) {
        var competency = tables.competencies.find(link.member()).orElseThrow();
        return object().add("competency", CompetencyFunctions.describe(competency))
                .add("usercompetency", ratings.describe(ratings.of(plan.userId(), competency.id())));
    }
}
