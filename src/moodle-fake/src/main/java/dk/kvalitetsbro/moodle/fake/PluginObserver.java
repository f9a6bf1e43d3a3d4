package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.Assigned;
import dk.kvalitetsbro.moodle.fake.Row.Completed;
import dk.kvalitetsbro.moodle.fake.Row.CourseMade;
import dk.kvalitetsbro.moodle.fake.Row.CourseSetUp;
import dk.kvalitetsbro.moodle.fake.Row.Enrolled;
import dk.kvalitetsbro.moodle.fake.Tables.Pair;
import jakarta.json.JsonObjectBuilder;

/**
 * Hears what takes place, queues it for the connector, and clears away what has lost its meaning, as the plugin does. An
 * assignment goes with its enrolment, and every enrolment goes before its course or its account does.
 */
final class PluginObserver implements Site.Observer {
    private static final long NOBODY = 0;
    private static final long NO_COURSE = 0;

    private final Site site;
    private final Tables tables;
    private final EventQueue queue;

    PluginObserver(Site site, EventQueue queue) {
        this.site = site;
        this.tables = site.tables();
        this.queue = queue;
    }

    @Override
    public void written(Row row, boolean isNew) {
        if (row instanceof Enrolled enrolled && isNew) {
            queue.add("user_enrolled", enrolled.userId(), enrolled.courseId(), manual());
        } else if (row instanceof Completed done && isNew) {
            var details = Replies.object().add("completionid", done.id()).add("timecompleted", done.at());
            queue.add("course_completed", done.userId(), done.courseId(), details);
        } else if (row instanceof CourseMade || row instanceof CourseSetUp) {
            queue.add("course_changed", NOBODY, row.id(), Replies.object());
        } else if (row instanceof Account account && !isNew && account.suspended()) {
            queue.add("user_suspended", account.id(), NO_COURSE, Replies.object());
        }
    }

    @Override
    public void removed(Row row) {
        if (row instanceof Enrolled enrolled) {
            queue.add("user_unenrolled", enrolled.userId(), enrolled.courseId(), manual().add("last", true));
            tables.assignedByPair
                    .list(new Pair(enrolled.userId(), enrolled.courseId()))
                    .forEach(site::remove);
        } else if (row instanceof CourseMade) {
            queue.add("course_deleted", NOBODY, row.id(), Replies.object());
        } else if (row instanceof Account account) {
            forget(account);
        }
    }

    /** The idnumber of somebody who is gone is in the event only. Assignments that they made stay, without them. */
    private void forget(Account account) {
        tables.assignedByAssigner
                .list(account.id())
                .forEach(row -> site.put(
                        new Assigned(row.id(), row.userId(), row.courseId(), row.reason(), row.dueDate(), NOBODY)));
        var details = Replies.object();
        if (!account.idnumber().isEmpty()) {
            details.add("idnumber", account.idnumber());
        }
        queue.add("user_deleted", account.id(), NO_COURSE, details);
    }

    private static JsonObjectBuilder manual() {
        return Replies.object().add("method", "manual");
    }
}
