package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.array;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.CourseGroup;
import dk.kvalitetsbro.moodle.fake.Row.Grouping;
import dk.kvalitetsbro.moodle.fake.Row.Link;
import dk.kvalitetsbro.moodle.fake.Row.Link.Kind;
import dk.kvalitetsbro.moodle.fake.Tables.LinkKey;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;

/** Groups of a course, groupings of groups, and who is in them. */
final class GroupFunctions {
    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;

    GroupFunctions(Site site, Capabilities capabilities, Lookup lookup) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
    }

    Map<String, WebServices.Function> all() {
        return Map.of(
                "core_group_create_groups", this::createGroups,
                "core_group_get_course_groups", this::courseGroups,
                "core_group_delete_groups", this::deleteGroups,
                "core_group_add_group_members", this::addMembers,
                "core_group_get_group_members", this::members,
                "core_group_delete_group_members", this::deleteMembers,
                "core_group_create_groupings", this::createGroupings,
                "core_group_delete_groupings", this::deleteGroupings);
    }

    private JsonValue createGroups(Args args) {
        var wanted = args.only("groups").rows("groups");
        return array(wanted, row -> describe(createGroup(row))).build();
    }

    private CourseGroup createGroup(Args row) {
        long courseId = row.number("courseid");
        var name = row.text("name");
        var description = row.text("description");
        if (name.isBlank()
                || tables.groupsByCourse.list(courseId).stream()
                        .anyMatch(other -> other.name().equals(name))) {
            throw WebServiceException.invalidParameter();
        }
        requireManager(courseId);
        var group = new CourseGroup(
                tables.groups.nextId(),
                courseId,
                name,
                row.optionalText("idnumber").orElse(""),
                description);
        site.put(group);
        return group;
    }

    private void requireManager(long courseId) {
        lookup.course(courseId);
        capabilities.requireContext(courseId);
        capabilities.require(Capability.MANAGE_GROUPS);
    }

    private JsonValue courseGroups(Args args) {
        long courseId = args.only("courseid").number("courseid");
        requireManager(courseId);
        return array(tables.groupsByCourse.list(courseId), group -> describe(group)
                        .addNull("enrolmentkey"))
                .build();
    }

    /** One that isn't there is no error. */
    private JsonValue deleteGroups(Args args) {
        for (var id : args.only("groupids").numbers("groupids")) {
            tables.groups.find(id).ifPresent(this::deleteGroup);
        }
        return JsonValue.NULL;
    }

    private void deleteGroup(CourseGroup group) {
        requireManager(group.courseId());
        tables.linksByOwner.list(new LinkKey(Kind.GROUP_MEMBER, group.id())).forEach(site::remove);
        site.remove(group);
    }

    /** Only those who are enrolled; somebody who is in already is no error. */
    private JsonValue addMembers(Args args) {
        for (var row : args.only("members").rows("members")) {
            long userId = row.only("groupid", "userid").number("userid");
            var group = managed(row.number("groupid"));
            lookup.account(userId);
            if (tables.enrolment(userId, group.courseId()).isEmpty()) {
                throw WebServiceException.invalidParameter();
            }
            if (tables.link(Kind.GROUP_MEMBER, group.id(), userId).isEmpty()) {
                site.put(new Link(tables.links.nextId(), Kind.GROUP_MEMBER, group.id(), userId, site.now()));
            }
        }
        return JsonValue.NULL;
    }

    private JsonValue members(Args args) {
        var groups = array();
        for (var id : args.only("groupids").numbers("groupids")) {
            managed(id);
            var members = array();
            tables.linksByOwner
                    .list(new LinkKey(Kind.GROUP_MEMBER, id))
                    .forEach(member -> members.add(member.member()));
            groups.add(object().add("groupid", id).add("userids", members));
        }
        return groups.build();
    }

    private JsonValue deleteMembers(Args args) {
        for (var row : args.only("members").rows("members")) {
            var group = managed(row.only("groupid", "userid").number("groupid"));
            tables.link(Kind.GROUP_MEMBER, group.id(), row.number("userid")).ifPresent(site::remove);
        }
        return JsonValue.NULL;
    }

    /** One without an idnumber is created, and then Moodle dislikes its own reply. */
    private JsonValue createGroupings(Args args) {
        var wanted = args.only("groupings").rows("groupings");
        var created = array(wanted, row -> describe(createGrouping(row))).build();
        if (wanted.stream().anyMatch(row -> row.optionalText("idnumber").isEmpty())) {
            throw WebServiceException.invalidResponse();
        }
        return created;
    }

    private Grouping createGrouping(Args row) {
        long courseId = row.number("courseid");
        var name = row.text("name");
        var description = row.text("description");
        if (name.isBlank()
                || tables.groupingsByCourse.list(courseId).stream()
                        .anyMatch(other -> other.name().equals(name))) {
            throw WebServiceException.invalidParameter();
        }
        requireManager(courseId);
        var grouping = new Grouping(
                tables.groupings.nextId(),
                courseId,
                name,
                row.optionalText("idnumber").orElse(""),
                description);
        site.put(grouping);
        return grouping;
    }

    private JsonValue deleteGroupings(Args args) {
        for (var id : args.only("groupingids").numbers("groupingids")) {
            var grouping = lookup.required(tables.groupings.find(id), "groupings");
            requireManager(grouping.courseId());
            site.remove(grouping);
        }
        return JsonValue.NULL;
    }

    private CourseGroup managed(long groupId) {
        var group = lookup.required(tables.groups.find(groupId), "groups");
        requireManager(group.courseId());
        return group;
    }

    private static JsonObjectBuilder describe(CourseGroup group) {
        return object().add("id", group.id())
                .add("courseid", group.courseId())
                .add("name", group.name())
                .add("description", group.description())
                .add("descriptionformat", 1)
                .add("enrolmentkey", "")
                .add("idnumber", group.idnumber())
                .add("visibility", 0)
                .add("participation", true);
    }

    private static JsonObjectBuilder describe(Grouping grouping) {
        return object().add("id", grouping.id())
                .add("courseid", grouping.courseId())
                .add("name", grouping.name())
                .add("description", grouping.description())
                .add("descriptionformat", 1)
                .add("idnumber", grouping.idnumber());
    }
}
