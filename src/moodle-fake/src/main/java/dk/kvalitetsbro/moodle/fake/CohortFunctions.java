package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.Cohort;
import dk.kvalitetsbro.moodle.fake.Row.Link;
import dk.kvalitetsbro.moodle.fake.Row.Link.Kind;
import dk.kvalitetsbro.moodle.fake.Tables.LinkKey;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Cohorts of the system, and who is in them. A member who can't be added is a warning; anything else that is wrong with
 * one row undoes the whole call.
 */
final class CohortFunctions {
    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;

    CohortFunctions(Site site, Capabilities capabilities, Lookup lookup) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_cohort_create_cohorts", this::create,
                "core_cohort_get_cohorts", this::get,
                "core_cohort_search_cohorts", this::search,
                "core_cohort_update_cohorts", this::update,
                "core_cohort_delete_cohorts", this::delete,
                "core_cohort_add_cohort_members", this::addMembers,
                "core_cohort_get_cohort_members", this::members,
                "core_cohort_delete_cohort_members", this::deleteMembers);
    }

    private JsonValue create(Args args) {
        var wanted = args.only("cohorts").rows("cohorts");
        return array(wanted, this::create1).build();
    }

    private JsonObjectBuilder create1(Args row) {
        var cohort = read(row, tables.cohorts.nextId(), row.text("idnumber"), true);
        if (tables.cohortsByIdnumber.count(cohort.idnumber()) > 0) {
            throw WebServiceException.invalidParameter();
        }
        capabilities.require(Capability.MANAGE_COHORTS);
        site.put(cohort);
        return describe(cohort);
    }

    private static Cohort read(Args row, long id, String idnumber, boolean visible) {
        row.only("id", "categorytype", "name", "idnumber", "description", "descriptionformat", "visible", "theme");
        var category = row.requiredStructure("categorytype").only("type", "value");
        if (!category.text("type").equals("system")) {
            throw WebServiceException.invalidParameter();
        }
        return new Cohort(
                id,
                row.text("name"),
                idnumber,
                row.optionalText("description").orElse(""),
                row.flag("visible", visible));
    }

    /** Nothing for an unknown one. */
    private JsonValue get(Args args) {
        var ids = args.only("cohortids").texts("cohortids");
        var cohorts = array();
        if (capabilities.has(Capability.MANAGE_COHORTS) || capabilities.has(Capability.VIEW_COHORTS)) {
            tables.cohorts.all().stream()
                    .filter(cohort -> ids.isEmpty() || ids.contains(Long.toString(cohort.id())))
                    .forEach(cohort -> cohorts.add(describe(cohort).add("customfields", array())));
        }
        return cohorts.build();
    }

    private JsonValue search(Args args) {
        args.only("query", "context", "includes", "limitfrom", "limitnum");
        var query = Tables.lowerCase(args.text("query"));
        args.requiredStructure("context");
        if (!capabilities.has(Capability.MANAGE_COHORTS)) {
            capabilities.require(Capability.VIEW_COHORTS);
        }
        long limit = args.optionalNumber("limitnum").orElse(25L);
        var cohorts = array();
        tables.cohorts.all().stream()
                .filter(cohort -> Tables.lowerCase(cohort.name()).contains(query)
                        || Tables.lowerCase(cohort.idnumber()).contains(query))
                .skip(args.numberOrZero("limitfrom"))
                .limit(limit == 0 ? Long.MAX_VALUE : limit)
                .forEach(cohort -> cohorts.add(describe(cohort).add("customfields", array())));
        return object().add("cohorts", cohorts).build();
    }

    private JsonValue update(Args args) {
        for (var row : args.only("cohorts").rows("cohorts")) {
            var before = lookup.cohort(row.number("id"));
            var changed = read(row, before.id(), row.text("idnumber"), before.visible());
            capabilities.require(Capability.MANAGE_COHORTS);
            site.put(changed);
        }
        return JsonValue.NULL;
    }

    private JsonValue delete(Args args) {
        for (var id : args.only("cohortids").numbers("cohortids")) {
            var cohort = lookup.cohort(id);
            capabilities.require(Capability.MANAGE_COHORTS);
            tables.linksByOwner.list(new LinkKey(Kind.COHORT_MEMBER, id)).forEach(site::remove);
            site.remove(cohort);
        }
        return JsonValue.NULL;
    }

    private JsonValue addMembers(Args args) {
        var warnings = array();
        for (var row : args.only("members").rows("members")) {
            var cohortType = row.requiredStructure("cohorttype");
            var userType = row.requiredStructure("usertype");
            addMember(cohortType, userType).ifPresent(warnings::add);
        }
        return object().add("warnings", warnings).build();
    }

    private Optional<JsonObjectBuilder> addMember(Args cohortType, Args userType) {
        var cohort = findCohort(cohortType);
        if (cohort.isEmpty() || !capabilities.has(Capability.ASSIGN_COHORTS)) {
            return Optional.of(warning("2", "cohort " + named(cohortType) + " not exists"));
        }
        var user = findUser(userType);
        if (user.isEmpty()) {
            return Optional.of(warning("2", "user " + named(userType) + " not exists"));
        }
        long cohortId = cohort.getAsLong();
        long userId = user.getAsLong();
        if (tables.link(Kind.COHORT_MEMBER, cohortId, userId).isPresent()) {
            return Optional.of(warning(
                    "3", "record already exists: lookup.cohort(" + named(cohortType) + " " + named(userType) + ")"));
        }
        site.put(new Link(tables.links.nextId(), Kind.COHORT_MEMBER, cohortId, userId, site.now()));
        return Optional.empty();
    }

    private OptionalLong findCohort(Args type) {
        var value = type.text("value");
        return (type.text("type").equals("idnumber")
                        ? tables.cohortsByIdnumber.first(value)
                        : tables.cohorts.find(Args.toNumber(value)))
                .map(Cohort::id)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private OptionalLong findUser(Args type) {
        var value = type.text("value");
        return (type.text("type").equals("username")
                        ? tables.accountsByUsername.first(value)
                        : tables.accounts.find(Args.toNumber(value)))
                .map(Account::id)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private static String named(Args type) {
        return type.text("type") + "=" + type.text("value");
    }

    private static JsonObjectBuilder warning(String code, String message) {
        return object().add("warningcode", code).add("message", message);
    }

    private JsonValue members(Args args) {
        var cohorts = array();
        for (var id : args.only("cohortids").numbers("cohortids")) {
            lookup.cohort(id);
            var members = array();
            tables.linksByOwner
                    .list(new LinkKey(Kind.COHORT_MEMBER, id))
                    .forEach(member -> members.add(member.member()));
            cohorts.add(object().add("cohortid", id).add("userids", members));
        }
        return cohorts.build();
    }

    private JsonValue deleteMembers(Args args) {
        for (var row : args.only("members").rows("members")) {
            var cohort = lookup.cohort(row.only("cohortid", "userid").number("cohortid"));
            lookup.account(row.number("userid"));
            if (!capabilities.has(Capability.MANAGE_COHORTS)) {
                capabilities.require(Capability.ASSIGN_COHORTS);
            }
            tables.link(Kind.COHORT_MEMBER, cohort.id(), row.number("userid")).ifPresent(site::remove);
        }
        return JsonValue.NULL;
    }

    private static JsonObjectBuilder describe(Cohort cohort) {
        return object().add("id", cohort.id())
                .add("name", cohort.name())
                .add("idnumber", cohort.idnumber())
                .add("description", cohort.description())
                .add("descriptionformat", 1)
                .add("visible", cohort.visible())
                .add("theme", "");
    }
}
