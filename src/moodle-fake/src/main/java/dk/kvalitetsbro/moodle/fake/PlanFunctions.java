package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.numberOrNull;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Link.Kind;
import dk.kvalitetsbro.moodle.fake.Row.Plan;
import dk.kvalitetsbro.moodle.fake.Tables.LinkKey;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/** People's learning plans, from draft to complete. */
final class PlanFunctions {
    static final int DRAFT = 0;
    static final int ACTIVE = 1;
    static final int COMPLETE = 2;
    private static final List<String> STATUS_NAMES =
            List.of("Draft", "Active", "Complete", "Waiting for review", "In review");

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;
    private final String siteUrl;

    PlanFunctions(Site site, Capabilities capabilities, Lookup lookup, String siteUrl) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
        this.siteUrl = siteUrl;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_competency_create_plan", this::create,
                "core_competency_read_plan", this::read,
                "core_competency_list_user_plans", this::list,
                "core_competency_update_plan", this::update,
                "core_competency_delete_plan", this::delete,
                "core_competency_complete_plan", args -> move(args, "planid", ACTIVE, COMPLETE),
                "core_competency_reopen_plan", args -> move(args, "planid", COMPLETE, ACTIVE),
                "core_competency_approve_plan", args -> move(args, "id", DRAFT, ACTIVE),
                "core_competency_unapprove_plan", args -> move(args, "id", ACTIVE, DRAFT));
    }

    private JsonValue create(Args args) {
        var row = args.only("plan").requiredStructure("plan");
        long templateId = row.numberOrZero("templateid");
        int status = (int) row.numberOrZero("status");
        long userId = row.number("userid");
        var name = row.text("name");
        lookup.account(userId);
        if (templateId != 0 || status == COMPLETE) {
            throw WebServiceException.coding("A plan cannot be created as complete.");
        }
        capabilities.require(toManage(status));
        var plan = new Plan(
                tables.plans.nextId(),
                name,
                row.optionalText("description").orElse(""),
                userId,
                0,
                status,
                row.numberOrZero("duedate"),
                site.now(),
                site.now());
        site.put(plan);
        return describe(plan).build();
    }

    private JsonValue read(Args args) {
        var plan = lookup.plan(args.only("id").number("id"));
        capabilities.require(Capability.VIEW_PLANS);
        return describe(plan).build();
    }

    private JsonValue list(Args args) {
        long userId = args.only("userid").number("userid");
        lookup.account(userId);
        capabilities.require(Capability.VIEW_PLANS);
        return array(tables.plansByAccount.list(userId), this::describe).build();
    }

    private JsonValue update(Args args) {
        var row = args.only("plan").requiredStructure("plan");
        var before = managed(row.number("id"));
        var changed = new Plan(
                before.id(),
                row.optionalText("name").orElse(before.name()),
                row.optionalText("description").orElse(before.description()),
                before.userId(),
                before.templateId(),
                before.status(),
                row.optionalNumber("duedate").orElse(before.dueDate()),
                before.at(),
                site.now());
        site.put(changed);
        return describe(changed).build();
    }

    private JsonValue delete(Args args) {
        var plan = managed(args.only("id").number("id"));
        tables.linksByOwner.list(new LinkKey(Kind.PLAN_COMPETENCY, plan.id())).forEach(site::remove);
        site.remove(plan);
        return JsonValue.TRUE;
    }

    private JsonValue move(Args args, String idField, int from, int to) {
        var plan = managed(args.only(idField).number(idField));
        if (plan.status() != from) {
            throw WebServiceException.coding("The plan cannot be changed at this stage.");
        }
        site.put(plan.withStatus(to, site.now()));
        return JsonValue.TRUE;
    }

    private Plan managed(long id) {
        var plan = lookup.plan(id);
        capabilities.require(toManage(plan.status()));
        return plan;
    }

    private static Capability toManage(int status) {
        return status == ACTIVE || status == COMPLETE ? Capability.MANAGE_PLANS : Capability.MANAGE_DRAFTS;
    }

    private JsonObjectBuilder describe(Plan plan) {
        boolean manages = capabilities.has(Capability.MANAGE_PLANS);
        boolean ofTemplate = plan.templateId() != 0;
        boolean complete = plan.status() == COMPLETE;
        return object().add("name", plan.name())
                .add("description", plan.description())
                .add("descriptionformat", 1)
                .add("userid", plan.userId())
                .add("templateid", numberOrNull(plan.templateId()))
                .addNull("origtemplateid")
                .add("status", plan.status())
                .add("duedate", plan.dueDate())
                .addNull("reviewerid")
                .add("id", plan.id())
                .add("timecreated", plan.at())
                .add("timemodified", plan.changed())
                .add("usermodified", Tables.WEB_SERVICE)
                .add("statusname", STATUS_NAMES.get(plan.status()))
                .add("isbasedontemplate", ofTemplate)
                .add("canmanage", manages)
                .add("canrequestreview", false)
                .add("canreview", manages)
                .add("canbeedited", manages && !ofTemplate && !complete)
                .add("isactive", plan.status() == ACTIVE)
                .add("isdraft", plan.status() == DRAFT)
                .add("iscompleted", complete)
                .add("isinreview", false)
                .add("iswaitingforreview", false)
                .add("isreopenallowed", complete)
                .add("iscompleteallowed", plan.status() == ACTIVE)
                .add("isunlinkallowed", ofTemplate && !complete)
                .add("isrequestreviewallowed", false)
                .add("iscancelreviewrequestallowed", false)
                .add("isstartreviewallowed", false)
                .add("isstopreviewallowed", false)
                .add("isapproveallowed", plan.status() == DRAFT)
                .add("isunapproveallowed", plan.status() == ACTIVE && !ofTemplate)
                .add("duedateformatted", Dates.longForm(plan.dueDate()))
                .add("commentarea", commentArea(plan))
                .add("url", siteUrl + "/admin/tool/lp/plan.php?id=" + plan.id());
    }

    private static JsonObjectBuilder commentArea(Plan plan) {
        return object().add("component", "competency")
                .add("commentarea", "plan")
                .add("itemid", plan.id())
                .add("courseid", Tables.FRONT_PAGE)
                .add("contextid", 13)
                .add("cid", "plancommentarea" + plan.id())
                .add("autostart", false)
                .add("canpost", false)
                .add("canview", true)
                .add("count", 0)
                .add("collapsediconkey", "t/collapsed")
                .add("displaytotalcount", true)
                .add("displaycancel", false)
                .add("fullwidth", true)
                .add("linktext", "Comments")
                .add("notoggle", false)
                .add("template", "<div class=\"comment-message\"></div>")
                .add("canpostorhascomments", false);
    }
}
