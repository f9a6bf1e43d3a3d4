package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Change.Enrolled;
import dk.kvalitetsbro.moodle.fake.Change.Unenrolled;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;

/**
 * {@code enrol_manual_enrol_users} and {@code enrol_manual_unenrol_users}. One bad row undoes the whole call. Enrolling
 * somebody again sets every value anew: dates left out become 0, and a suspension left out ends.
 */
final class EnrolmentFunctions {
    static final long STUDENT_ROLE = 5;

    private final Site site;
    private final MoodleVersion version;

    EnrolmentFunctions(Site site, MoodleVersion version) {
        this.site = site;
        this.version = version;
    }

    Map<String, WebServices.Function> all() {
        return Map.of("enrol_manual_enrol_users", this::enrol, "enrol_manual_unenrol_users", this::unenrol);
    }

    private record Wanted(long roleId, Enrolled enrolment) {}

    private JsonValue enrol(Args args) {
        var wanted = args.only("enrolments").rows("enrolments").stream()
                .map(EnrolmentFunctions::wanted)
                .toList();
        wanted.forEach(this::check);
        site.commit(wanted.stream().map(Wanted::enrolment).toList());
        return JsonValue.NULL;
    }

    private static Wanted wanted(Args row) {
        row.only("roleid", "userid", "courseid", "timestart", "timeend", "suspend");
        return new Wanted(
                row.number("roleid"),
                new Enrolled(
                        row.number("userid"),
                        row.number("courseid"),
                        row.optionalNumber("timestart").orElse(0L),
                        row.optionalNumber("timeend").orElse(0L),
                        row.optionalNumber("suspend").orElse(0L) != 0));
    }

    private void check(Wanted wanted) {
        var row = wanted.enrolment();
        if (row.courseId() == Courses.FRONT_PAGE) {
            throw WebServiceException.moodle(
                    "wsnoinstance",
                    "Manual enrolment plugin instance doesn't exist or is disabled for the course (id = 1)");
        }
        if (site.courses().byId(row.courseId()).isEmpty()) {
            throw WebServiceException.invalidParameter();
        }
        if (wanted.roleId() != STUDENT_ROLE) {
            throw WebServiceException.moodle(
                    "wsusercannotassign",
                    "You don't have the permission to assign this role (" + wanted.roleId() + ") to this user ("
                            + row.userId() + ") in this course (" + row.courseId() + ").");
        }
        if (row.userId() == Accounts.GUEST) {
            throw WebServiceException.moodle("guestsarenotallowed", "The guest user is not allowed to do this");
        }
        if (site.accounts().byId(row.userId()).isEmpty()) {
            throw version.missingUser();
        }
    }

    /** Somebody who is not enrolled is no error. */
    private JsonValue unenrol(Args args) {
        List<Unenrolled> wanted = args.only("enrolments").rows("enrolments").stream()
                .map(row -> row.only("userid", "courseid", "roleid"))
                .map(row -> new Unenrolled(row.number("userid"), row.number("courseid")))
                .toList();
        for (var row : wanted) {
            if (site.courses().byId(row.courseId()).isEmpty()) {
                throw version.missingRecord("course");
            }
            if (site.accounts().byId(row.userId()).isEmpty()) {
                throw version.missingUser();
            }
        }
        site.commit(wanted);
        return JsonValue.NULL;
    }
}
