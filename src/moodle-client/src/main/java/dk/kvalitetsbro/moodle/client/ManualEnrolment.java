package dk.kvalitetsbro.moodle.client;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Enrolling and unenrolling by Moodle's manual method, and the reading that tells who is enrolled. */
final class ManualEnrolment {
    private static final String ENROLLED_USERS = "core_enrol_get_enrolled_users";

    private final Calls calls;
    private final long roleId;

    ManualEnrolment(Calls calls, long roleId) {
        this.calls = calls;
        this.roleId = roleId;
    }

    /** Suspended enrolments count too, which {@code core_enrol_get_users_courses} would leave out. */
    List<EnrolledUser> enrolledUsers(long courseId) {
        var params = Params.none()
                .add("courseid", courseId)
                .add("options[0][name]", "userfields")
                .add("options[0][value]", "id,idnumber");
        return Fields.list(ENROLLED_USERS, calls.read(ENROLLED_USERS, params), EnrolledUser::from);
    }

    BulkFunction<Enrolment> enrolling() {
        return new Enrolling();
    }

    BulkFunction<Unenrolment> unenrolling() {
        return new Unenrolling();
    }

    private Predicate<Long> enrolledIn(long courseId) {
        return enrolledUsers(courseId).stream().map(EnrolledUser::id).collect(Collectors.toSet())::contains;
    }

    private final class Enrolling implements BulkFunction<Enrolment> {
        @Override
        public String name() {
            return "enrol_manual_enrol_users";
        }

        @Override
        public Key key(Enrolment row) {
            return new Key(row.userId(), row.courseId());
        }

        @Override
        public void write(Enrolment row, int index, Params params) {
            var prefix = "enrolments[" + index + "]";
            params.add(prefix + "[roleid]", roleId)
                    .add(prefix + "[userid]", row.userId())
                    .add(prefix + "[courseid]", row.courseId());
            row.start().ifPresent(start -> params.add(prefix + "[timestart]", start));
            row.end().ifPresent(end -> params.add(prefix + "[timeend]", end));
        }

        @Override
        public Predicate<Enrolment> alreadySo(long courseId) {
            var enrolled = enrolledIn(courseId);
            return row -> enrolled.test(row.userId());
        }
    }

    private final class Unenrolling implements BulkFunction<Unenrolment> {
        @Override
        public String name() {
            return "enrol_manual_unenrol_users";
        }

        @Override
        public Key key(Unenrolment row) {
            return new Key(row.userId(), row.courseId());
        }

        @Override
        public void write(Unenrolment row, int index, Params params) {
            params.add("enrolments[" + index + "][userid]", row.userId())
                    .add("enrolments[" + index + "][courseid]", row.courseId());
        }

        @Override
        public Predicate<Unenrolment> alreadySo(long courseId) {
            var enrolled = enrolledIn(courseId);
            return row -> !enrolled.test(row.userId());
        }
    }
}
