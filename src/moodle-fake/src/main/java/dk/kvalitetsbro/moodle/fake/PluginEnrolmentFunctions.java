package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Row.Assigned;
import dk.kvalitetsbro.moodle.fake.Row.Enrolled;
import dk.kvalitetsbro.moodle.fake.Row.PluginSetUp;
import dk.kvalitetsbro.moodle.fake.Tables.Pair;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;

/**
 * The plugin's functions that assign courses and take them back. Whoever is enrolled keeps start, end and suspension
 * unless the call says otherwise; the reason, the due date and the assigner follow the row, and what it leaves out stays.
 */
final class PluginEnrolmentFunctions {
    private static final int LONGEST_REASON = 1_000;

    private final Site site;
    private final Tables tables;
    private final Capabilities capabilities;
    private final PluginRows rows;

    PluginEnrolmentFunctions(Site site, Capabilities capabilities, WebServices services) {
        this.site = site;
        this.tables = site.tables();
        this.capabilities = capabilities;
        this.rows = new PluginRows(site, capabilities, services);
    }

    Map<String, WebServices.Function> all() {
        return Map.of("local_kvalitetsbro_enrol_users", this::enrol, "local_kvalitetsbro_unenrol_users", this::unenrol);
    }

    private record Wanted(
            long userId,
            long courseId,
            long roleId,
            long start,
            long end,
            boolean suspended,
            Optional<String> reason,
            Optional<Long> dueDate,
            Optional<Long> assignedBy) {
        static Wanted of(Args row) {
            row.only(
                    "userid",
                    "courseid",
                    "roleid",
                    "timestart",
                    "timeend",
                    "suspend",
                    "reason",
                    "duedate",
                    "assignedby");
            return new Wanted(
                    row.number("userid"),
                    row.number("courseid"),
                    row.numberOrZero("roleid"),
                    row.numberOrZero("timestart"),
                    row.numberOrZero("timeend"),
                    row.flag("suspend", false),
                    row.optionalPlainText("reason"),
                    row.optionalNumber("duedate"),
                    row.optionalNumber("assignedby"));
        }

        Enrolled enrolled(long id) {
            return new Enrolled(id, userId, courseId, start, end, suspended);
        }
    }

    private JsonValue enrol(Args args) {
        boolean keepDates = args.only("expected", "rows", "keepdates").flag("keepdates", true);
        return rows.each(args, Capability.ASSIGN_COURSES, Wanted::of, row -> enrol(row, keepDates));
    }

    private boolean enrol(Wanted row, boolean keepDates) {
        if (row.start < 0 || row.end < 0 || (row.end > 0 && row.end <= row.start)) {
            throw datesInvalid();
        }
        requireActive(row.userId);
        requireOpen(row.courseId);
        long role = row.roleId == 0 ? EnrolmentFunctions.STUDENT_ROLE : row.roleId;
        if (role != EnrolmentFunctions.STUDENT_ROLE || !capabilities.has(Capability.ASSIGN_ROLES)) {
            throw WebServiceException.plugin(
                    "wsusercannotassign",
                    "The connector's role may not assign the role " + role + " in the course " + row.courseId + ".");
        }
        var before = tables.enrolment(row.userId, row.courseId);
        var wanted = row.enrolled(before.map(Enrolled::id).orElseGet(tables.enrolments::nextId));
        boolean changed =
                before.map(enrolled -> !keepDates && !enrolled.equals(wanted)).orElse(true);
        if (changed) {
            site.put(wanted);
        }
        return assign(row) || changed;
    }

    private void requireActive(long userId) {
        if (tables.deletedAccounts.find(userId).isPresent()) {
            throw WebServiceException.plugin("userdeleted", "The account " + userId + " has been deleted.");
        }
        if (userId == Tables.GUEST) {
            throw WebServiceException.plugin("guestsarenotallowed", "The guest account cannot take a course.");
        }
        if (tables.accounts.find(userId).orElseThrow(() -> noAccount(userId)).suspended()) {
            throw WebServiceException.plugin("usersuspended", "The account " + userId + " is suspended.");
        }
    }

    private static WebServiceException noAccount(long userId) {
        return WebServiceException.plugin("invaliduser", "There is no account with the id " + userId + ".");
    }

    /** A course into which the connector may enrol people. */
    private void requireOpen(long courseId) {
        if (tables.courses.find(courseId).isEmpty()) {
            throw WebServiceException.plugin("invalidrecord", "There is no course with the id " + courseId + ".");
        }
        if (!capabilities.mayEnter(courseId)) {
            throw WebServiceException.plugin(
                    "courseclosed", "The connector has no access to the course " + courseId + ".");
        }
        if (!capabilities.has(Capability.ENROL)) {
            throw WebServiceException.plugin(
                    "maynotenrol", "The connector's role may not enrol people in the course " + courseId + ".");
        }
        if (!tables.settings(courseId).manualEnrolment()) {
            throw WebServiceException.plugin(
                    "nomanualenrolment",
                    "The course " + courseId + " has no manual enrolment method that is switched on.");
        }
    }

    private static WebServiceException datesInvalid() {
        return WebServiceException.plugin(
                "datesinvalid", "A date is negative, or the enrolment ends before it begins.");
    }

    /** While reasons are not to be shown, they are not stored either. */
    private boolean assign(Wanted row) {
        check(row);
        boolean reasonsAreShown =
                tables.pluginSetUp.find(1).filter(PluginSetUp::showReasons).isPresent();
        var before = tables.assignedByPair.first(new Pair(row.userId, row.courseId));
        var known = before.orElseGet(() -> new Assigned(tables.assigned.nextId(), row.userId, row.courseId, "", 0, 0));
        var wanted = new Assigned(
                known.id(),
                row.userId,
                row.courseId,
                row.reason.filter(reason -> reasonsAreShown).orElse(known.reason()),
                row.dueDate.orElse(known.dueDate()),
                row.assignedBy.orElse(known.assignedBy()));
        boolean changed = before.isEmpty() || !wanted.equals(known);
        if (changed) {
            site.put(wanted);
        }
        return changed;
    }

    private void check(Wanted row) {
        if (row.reason
                .filter(reason -> reason.codePointCount(0, reason.length()) > LONGEST_REASON)
                .isPresent()) {
            throw WebServiceException.plugin(
                    "reasontoolong", "A reason has at most " + LONGEST_REASON + " characters.");
        }
        if (row.dueDate.filter(due -> due < 0).isPresent()) {
            throw datesInvalid();
        }
        row.assignedBy.filter(id -> id != 0 && !tables.hasHadAccount(id)).ifPresent(id -> {
            throw WebServiceException.plugin(
                    "assignerunknown",
                    "The course cannot have been assigned by the account " + id + ": there is none.");
        });
    }

    private JsonValue unenrol(Args args) {
        args.only("expected", "rows");
        return rows.each(args, Capability.ASSIGN_COURSES, PluginEnrolmentFunctions::pair, this::unenrol);
    }

    private static Pair pair(Args row) {
        row.only("userid", "courseid");
        return new Pair(row.number("userid"), row.number("courseid"));
    }

    private boolean unenrol(Pair pair) {
        long userId = pair.one();
        long courseId = pair.other();
        requireOpen(courseId);
        var assigned = tables.assignedByPair.first(pair);
        assigned.ifPresent(site::remove);
        var enrolled = tables.enrolment(userId, courseId);
        if (enrolled.isEmpty() && !tables.hasHadAccount(userId)) {
            throw noAccount(userId);
        }
        if (enrolled.isPresent() && !capabilities.has(Capability.UNENROL)) {
            throw WebServiceException.plugin(
                    "maynotunenrol", "The connector's role may not unenrol people from the course " + courseId + ".");
        }
        enrolled.ifPresent(site::remove);
        return enrolled.isPresent() || assigned.isPresent();
    }
}
