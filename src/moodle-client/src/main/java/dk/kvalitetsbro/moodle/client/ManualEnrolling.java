package dk.kvalitetsbro.moodle.client;

import java.util.List;
import java.util.function.Predicate;

/** Moodle's own function for enrolling. Sent for people who are enrolled it would erase their dates. */
final class ManualEnrolling implements BulkFunction<Enrolment> {
    /** A person in a course: no two rows of a call are about the same. */
    record Key(long userId, long courseId) {}

    private final Rosters rosters;
    private final long roleId;

    ManualEnrolling(Rosters rosters, long roleId) {
        this.rosters = rosters;
        this.roleId = roleId;
    }

    @Override
    public String name() {
        return "enrol_manual_enrol_users";
    }

    @Override
    public Object key(Enrolment row) {
        return new Key(row.userId(), row.courseId());
    }

    @Override
    public long subject(Enrolment row) {
        return row.userId();
    }

    @Override
    public long group(Enrolment row) {
        return row.courseId();
    }

    @Override
    public void write(Enrolment row, int index, Params params) {
        var prefix = "enrolments[" + index + "]";
        params.add(prefix + "[roleid]", roleId)
                .add(prefix + "[userid]", row.userId())
                .add(prefix + "[courseid]", row.courseId());
        row.start().ifPresent(start -> params.add(prefix + "[timestart]", start));
        row.end().ifPresent(end -> params.add(prefix + "[timeend]", end));
        if (row.suspended()) {
            params.add(prefix + "[suspend]", true);
        }
    }

    @Override
    public int groupsPerRequest() {
        return rosters.coursesPerRequest();
    }

    @Override
    public List<Answer<Predicate<Enrolment>>> alreadySo(List<Long> courses) {
        return rosters.of(courses).stream()
                .map(roster -> roster.<Predicate<Enrolment>>map(ids -> row -> ids.contains(row.userId())))
                .toList();
    }

    @Override
    public Outcome before() {
        return new Outcome.AlreadyEnrolledDatesUnknown();
    }
}
