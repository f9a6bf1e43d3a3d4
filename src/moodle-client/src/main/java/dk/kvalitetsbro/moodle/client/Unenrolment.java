package dk.kvalitetsbro.moodle.client;

/** A wanted end of one person's manual enrolment in one course. Moodle deletes it, with its grades and roles. */
public record Unenrolment(long userId, long courseId) {}
