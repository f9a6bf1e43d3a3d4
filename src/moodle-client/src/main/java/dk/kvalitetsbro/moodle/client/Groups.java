package dk.kvalitetsbro.moodle.client;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Groups within a course, and groupings of them. */
public final class Groups {
    private static final String CREATE = "core_group_create_groups";
    private static final String CREATE_GROUPING = "core_group_create_groupings";
    private static final String ADD_MEMBERS = "core_group_add_group_members";

    /** A group, or a grouping, in a course. */
    public record Group(long id, long courseId, String name, Optional<String> idnumber) {
        static Group from(Fields row) {
            return new Group(row.number("id"), row.number("courseid"), row.text("name"), row.optionalText("idnumber"));
        }
    }

    private final Wire wire;

    Groups(Wire wire) {
        this.wire = wire;
    }

    /** Makes a group. After {@link MoodleException.Unclear} it may exist, and a second call is refused for its name. */
    public Group create(long courseId, String name, String idnumber) {
        return Group.from(wire.created(CREATE, params("groups[0]", courseId, name, idnumber)));
    }

    /**
     * Makes a grouping.
     *
     * @param idnumber not empty: without one Moodle makes the grouping and answers with an error
     */
    public Group createGrouping(long courseId, String name, String idnumber) {
        if (idnumber.isBlank()) {
            throw new IllegalArgumentException("A grouping without an idnumber is made but answered with an error");
        }
        return Group.from(wire.created(CREATE_GROUPING, params("groupings[0]", courseId, name, idnumber)));
    }

    /** Adds people enrolled in the course to a group, all or none. Doing it twice is doing it once. */
    public void addMembers(long groupId, Collection<Long> userIds) {
        var all = List.copyOf(userIds);
        for (var part : Parts.of(all, 400)) {
            var params = Params.none();
            for (int i = 0; i < part.size(); i++) {
                params.add("members[" + i + "][groupid]", groupId).add("members[" + i + "][userid]", part.get(i));
            }
            wire.calls().write(ADD_MEMBERS, params);
        }
    }

    private static Params params(String prefix, long courseId, String name, String idnumber) {
        return Params.none()
                .add(prefix + "[courseid]", courseId)
                .add(prefix + "[name]", name)
                .add(prefix + "[description]", "")
                .add(prefix + "[idnumber]", idnumber);
    }
}
