package dk.kvalitetsbro.moodle.client;

import java.util.List;
import java.util.function.Predicate;

/** Moodle's own function for ending manual enrolments. */
final class ManualUnenrolling implements BulkFunction<Unenrolment> {
    private final Rosters rosters;

    ManualUnenrolling(Rosters rosters) {
        this.rosters = rosters;
    }

    @Override
    public String name() {
        return "enrol_manual_unenrol_users";
    }

    @Override
    public Object key(Unenrolment row) {
        return row;
    }

    @Override
    public long subject(Unenrolment row) {
        return row.userId();
    }

    @Override
    public long group(Unenrolment row) {
        return row.courseId();
    }

    @Override
    public void write(Unenrolment row, int index, Params params) {
        params.add("enrolments[" + index + "][userid]", row.userId())
                .add("enrolments[" + index + "][courseid]", row.courseId());
    }

    @Override
    public int groupsPerRequest() {
        return rosters.coursesPerRequest();
    }

    @Override
    public List<Answer<Predicate<Unenrolment>>> alreadySo(List<Long> courses) {
        return rosters.of(courses).stream()
                .map(roster -> roster.<Predicate<Unenrolment>>map(ids -> row -> !ids.contains(row.userId())))
                .toList();
    }
}
