package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Manual enrolment, and who is enrolled. With the plugin {@code local_kvalitetsbro} on the site, dates and suspension of
 * people who are enrolled already can be kept and changed; Moodle's own functions can only leave such people alone.
 */
public final class Enrolments {
    private static final String ENROLLED_USERS = "core_enrol_get_enrolled_users";

    private final Wire wire;
    private final long roleId;

    Enrolments(Wire wire, long roleId) {
        this.wire = wire;
        this.roleId = roleId;
    }

    /**
     * Everybody enrolled in the course, by whatever method, active or suspended ({@code core_enrol_get_enrolled_users};
     * 0.4 ms a person). In a course with separate groups only those in the account's own groups, and nobody is told, unless
     * the account has {@code moodle/site:accessallgroups}: who is missing may be enrolled all the same.
     */
    public List<EnrolledUser> in(long courseId) {
        return wire.list(ENROLLED_USERS, inCourse(courseId), EnrolledUser::from);
    }

    /** As {@link #in}, handed over one by one as they arrive. */
    public void in(long courseId, Consumer<EnrolledUser> each) {
        wire.calls()
                .readRows(
                        ENROLLED_USERS,
                        inCourse(courseId),
                        row -> each.accept(EnrolledUser.from(new Fields(ENROLLED_USERS, row))));
    }

    /**
     * Enrols any number of people in any number of courses and tells for each row what became of it. Somebody who is
     * enrolled already is left as they are: the outcome is {@link Outcome.AlreadySo} with the plugin and
     * {@link Outcome.AlreadyEnrolledDatesUnknown} without it. Safe to call again with the same rows.
     */
    public List<RowResult<Enrolment>> enrol(Collection<Enrolment> rows) {
        return wire.bulk(
                rows,
                () -> wire.offers().has(PluginEnrolling.NAME)
                        ? new PluginEnrolling(roleId, true)
                        : new ManualEnrolling(new Rosters(wire), roleId));
    }

    /**
     * As {@link #enrol}, but gives those who are enrolled already the dates and the suspension of their row. Needs the
     * plugin.
     *
     * @throws NotAllowed without the plugin: Moodle's own function would erase what a row leaves out
     */
    public List<RowResult<Enrolment>> enrolOrChange(Collection<Enrolment> rows) {
        wire.offers().requirePlugin(PluginEnrolling.NAME);
        return wire.bulk(rows, () -> new PluginEnrolling(roleId, false));
    }

    /** Ends manual enrolments. Moodle deletes them with their grades; safe to call again with the same rows. */
    public List<RowResult<Unenrolment>> unenrol(Collection<Unenrolment> rows) {
        return wire.bulk(
                rows,
                () -> wire.offers().has(PluginUnenrolling.NAME)
                        ? new PluginUnenrolling()
                        : new ManualUnenrolling(new Rosters(wire)));
    }

    private static Params inCourse(long courseId) {
        return Params.none()
                .add("courseid", courseId)
                .add("options[0][name]", "userfields")
                .add("options[0][value]", "id,idnumber");
    }
}
