package dk.kvalitetsbro.moodle.fake;

/** Something that happened at the site. All there is to know about it is the sequence of these. Times are unix seconds. */
sealed interface Change {
    record AccountMade(long id, User user) implements Change {}

    record CourseMade(long id, Course course, long at) implements Change {}

    /**
     * A manual enrolment as it is from now on.
     *
     * @param start 0 for at once
     * @param end   0 for never
     */
    record Enrolled(long userId, long courseId, long start, long end, boolean suspended) implements Change {}

    record Unenrolled(long userId, long courseId) implements Change {}

    record Completed(long userId, long courseId, long at) implements Change {}
}
