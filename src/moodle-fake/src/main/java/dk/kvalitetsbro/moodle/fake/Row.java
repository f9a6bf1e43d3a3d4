package dk.kvalitetsbro.moodle.fake;

import java.util.List;

/** A row of one of the site's tables, which are named after these records. Times are unix seconds; 0 is never. */
sealed interface Row {
    /** Unique in its table, and never used again. */
    long id();

    /** Whether a call has to pay for writing it; what the plugin keeps beside is in the price of its calls. */
    default boolean isPaidFor() {
        return true;
    }

    record Account(
            long id,
            String username,
            String firstname,
            String lastname,
            String email,
            String idnumber,
            String department,
            boolean suspended,
            long changed)
            implements Row {
        static Account of(long id, User user, long now) {
            return new Account(
                    id,
                    user.username(),
                    user.firstname(),
                    user.lastname(),
                    user.username() + "@example.org",
                    user.idnumber(),
                    "Dagtilbud",
                    false,
                    now);
        }

        String fullname() {
            return (firstname + " " + lastname).strip();
        }
    }

    /** What is left of an account that was deleted; its id is the account's. */
    record DeletedAccount(long id, boolean suspended, long at) implements Row {}

    record Category(long id, String name, String idnumber, long at) implements Row {}

    record CourseMade(long id, Course course, long categoryId, long at) implements Row {}

    /** How a course is set up, unless it is as usual; its id is the course's. */
    record CourseSetUp(long id, CourseSettings settings, long changed) implements Row {}

    /**
     * Something in a course, which Moodle calls a course module.
     *
     * @param instance its number among those of its kind
     * @param tracking how it is completed: 0 not at all, 1 by saying so, 2 by itself
     */
    record Activity(long id, long courseId, String kind, String name, long instance, int tracking) implements Row {}

    /**
     * A manual enrolment.
     *
     * @param start 0 for at once
     */
    record Enrolled(long id, long userId, long courseId, long start, long end, boolean suspended) implements Row {
        boolean isActive(long now) {
            return !suspended && start <= now && (end == 0 || now < end);
        }
    }

    /** @param bySelf whether the course's criterion was met, so that Moodle tells its time */
    record Completed(long id, long userId, long courseId, long at, boolean bySelf) implements Row {}

    /** @param overrideBy who said so instead of the person; 0 for nobody */
    record ActivityState(long id, long userId, long activityId, int state, long at, long overrideBy) implements Row {}

    record Cohort(long id, String name, String idnumber, String description, boolean visible) implements Row {}

    record CourseGroup(long id, long courseId, String name, String idnumber, String description) implements Row {}

    record Grouping(long id, long courseId, String name, String idnumber, String description) implements Row {}

    record Framework(
            long id,
            String shortname,
            String idnumber,
            String description,
            boolean visible,
            long scaleId,
            String scaleConfiguration,
            String taxonomies,
            long at,
            long changed)
            implements Row {}

    record Competency(
            long id,
            long frameworkId,
            long parentId,
            String shortname,
            String idnumber,
            String description,
            long sortorder,
            long at,
            long changed)
            implements Row {}

    /** @param outcome what completing the course does: 0 nothing, 1 evidence, 2 a recommendation, 3 completion */
    record CourseCompetency(long id, long courseId, long competencyId, int outcome, long at, long changed)
            implements Row {}

    /**
     * Somebody's standing in a competency.
     *
     * @param grade a value of the scale; 0 for none
     */
    record Rating(long id, long userId, long competencyId, long grade, boolean proficient, long at) implements Row {}

    /** @param context what the rating was given in, as its sentence names it; empty where there was none */
    record Evidence(long id, long ratingId, String identifier, String context, long grade, String note, long at)
            implements Row {}

    /** @param status 0 draft, 1 active, 2 complete, 3 waiting for review, 4 in review */
    record Plan(
            long id,
            String name,
            String description,
            long userId,
            long templateId,
            int status,
            long dueDate,
            long at,
            long changed)
            implements Row {
        Plan withStatus(int status, long now) {
            return new Plan(id, name, description, userId, templateId, status, dueDate, at, now);
        }

        Plan withoutTemplate(long now) {
            return new Plan(id, name, description, userId, 0, status, dueDate, at, now);
        }
    }

    record Template(long id, String shortname, String description, long dueDate, boolean visible, long at, long changed)
            implements Row {}

    record Message(long id, long to, String text, long at) implements Row {}

    record CalendarEvent(
            long id,
            String name,
            String description,
            long courseId,
            long groupId,
            String type,
            long start,
            long duration,
            long at)
            implements Row {}

    /** A feedback activity; its activity's instance is its id. */
    record Feedback(long id, long activityId, boolean anonymous) implements Row {}

    record Question(long id, long feedbackId, String name, String label, String kind, String presentation)
            implements Row {}

    /** @param values one for each question, in their order */
    record Response(long id, long feedbackId, long userId, List<String> values, long at) implements Row {}

    /** What the web-service account filters a report's completion times by; its id is the report's. */
    record ReportFilter(long id, int operator, long from, long to) implements Row {
        static final int ANY = 0;
        static final int NOT_EMPTY = 1;
        static final int EMPTY = 2;
        static final int RANGE = 3;
    }

    /** Membership in something that only holds others. */
    record Link(long id, Kind kind, long owner, long member, long at) implements Row {
        enum Kind {
            COHORT_MEMBER,
            GROUP_MEMBER,
            PLAN_COMPETENCY,
            TEMPLATE_COMPETENCY,
            RELATED_COMPETENCY
        }
    }

    /** Why and by when somebody takes a course, as the plugin was told; each may be empty or 0. */
    record Assigned(long id, long userId, long courseId, String reason, long dueDate, long assignedBy) implements Row {
        @Override
        public boolean isPaidFor() {
            return false;
        }
    }

    /** A course that the plugin attached to a theme. */
    record Attached(long id, long courseId, long competencyId) implements Row {
        @Override
        public boolean isPaidFor() {
            return false;
        }
    }

    /** What an administrator chose for the plugin; there is one at most. */
    record PluginSetUp(long id, boolean showReasons) implements Row {}

    /**
     * An event on its way to the connector.
     *
     * @param details further fields, as JSON
     */
    record QueuedEvent(long id, String uuid, String type, long at, long userId, long courseId, String details)
            implements Row {
        @Override
        public boolean isPaidFor() {
            return false;
        }
    }
}
