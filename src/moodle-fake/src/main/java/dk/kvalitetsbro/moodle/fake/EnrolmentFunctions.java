package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Row.Enrolled;
import jakarta.json.JsonValue;
import java.util.Map;

/**
 * {@code enrol_manual_enrol_users} and {@code enrol_manual_unenrol_users}. One bad row undoes the whole call. Enrolling
 * somebody again sets every value anew: dates left out become 0, and a suspension left out ends.
 */
final class EnrolmentFunctions {
    static final long STUDENT_ROLE = 5;

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final Lookup lookup;

    EnrolmentFunctions(Site site, Capabilities capabilities, Lookup lookup) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.lookup = lookup;
    }

    Map<String, WebServices.Function> all() {
        return Map.of("enrol_manual_enrol_users", this::enrol, "enrol_manual_unenrol_users", this::unenrol);
    }

    private record Wanted(long roleId, long userId, long courseId, long start, long end, boolean suspended) {
        static Wanted of(Args row) {
            row.only("roleid", "userid", "courseid", "timestart", "timeend", "suspend");
            return new Wanted(
                    row.number("roleid"),
                    row.number("userid"),
                    row.number("courseid"),
                    row.numberOrZero("timestart"),
                    row.numberOrZero("timeend"),
                    row.numberOrZero("suspend") != 0);
        }
    }

    /** Every row is read before the first is written. */
    private JsonValue enrol(Args args) {
        var wanted = args.only("enrolments").rows("enrolments").stream()
                .map(Wanted::of)
                .toList();
        for (var row : wanted) {
            check(row);
            long id =
                    tables.enrolment(row.userId, row.courseId).map(Enrolled::id).orElseGet(tables.enrolments::nextId);
            site.put(new Enrolled(id, row.userId, row.courseId, row.start, row.end, row.suspended));
        }
        return JsonValue.NULL;
    }

    private void check(Wanted row) {
        boolean onFrontPage = row.courseId == Tables.FRONT_PAGE;
        if (!onFrontPage) {
            requireCourse(row.courseId);
        }
        capabilities.require(Capability.ENROL);
        if (row.userId == Tables.GUEST) {
            throw WebServiceException.moodle("guestsarenotallowed", "The guest user is not allowed to do this");
        }
        if (!onFrontPage || row.userId != Tables.WEB_SERVICE) {
            lookup.account(row.userId);
        }
        if (row.roleId != STUDENT_ROLE || !capabilities.has(Capability.ASSIGN_ROLES)) {
            throw WebServiceException.moodle(
                    "wsusercannotassign",
                    "You don't have the permission to assign this role (" + row.roleId + ") to this user (" + row.userId
                            + ") in this course (" + row.courseId + ").");
        }
        if (onFrontPage) {
            throw noInstance(row.courseId);
        }
        requireInstance(row.courseId);
    }

    private void requireCourse(long courseId) {
        if (tables.courses.find(courseId).isEmpty()) {
            throw WebServiceException.invalidParameter();
        }
        capabilities.requireLogin(courseId);
    }

    private void requireInstance(long courseId) {
        if (!tables.settings(courseId).manualEnrolment()) {
            throw noInstance(courseId);
        }
    }

    private static WebServiceException noInstance(long courseId) {
        return WebServiceException.moodle(
                "wsnoinstance",
                "Manual enrolment plugin instance doesn't exist or is disabled for the course (id = " + courseId + ")");
    }

    /** Somebody who is not enrolled is no error. */
    private JsonValue unenrol(Args args) {
        var rows = args.only("enrolments").rows("enrolments");
        rows.forEach(row -> row.only("userid", "courseid", "roleid").numberOrZero("roleid"));
        for (var row : rows) {
            long userId = row.number("userid");
            long courseId = row.number("courseid");
            lookup.course(courseId);
            capabilities.requireLogin(courseId);
            capabilities.require(Capability.UNENROL);
            requireInstance(courseId);
            lookup.account(userId);
            tables.enrolment(userId, courseId).ifPresent(site::remove);
        }
        return JsonValue.NULL;
    }
}
