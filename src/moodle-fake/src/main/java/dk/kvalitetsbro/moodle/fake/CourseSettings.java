package dk.kvalitetsbro.moodle.fake;

/**
 * How a course is set up, where that decides what can be done with it.
 *
 * @param visible         otherwise only those who may view hidden courses see it
 * @param completion      whether completion is followed at all
 * @param criterion       whether it can be completed
 * @param manualEnrolment whether people can be enrolled from outside
 * @param separateGroups  whether its people are hidden from those who may not access all groups
 */
public record CourseSettings(
        boolean visible, boolean completion, boolean criterion, boolean manualEnrolment, boolean separateGroups) {
    /** What courses have that nobody has changed. */
    public static final CourseSettings USUAL = new CourseSettings(true, true, true, true, false);

    public CourseSettings hidden() {
        return new CourseSettings(false, completion, criterion, manualEnrolment, separateGroups);
    }

    public CourseSettings withoutCompletion() {
        return new CourseSettings(visible, false, false, manualEnrolment, separateGroups);
    }

    public CourseSettings withoutCriterion() {
        return new CourseSettings(visible, completion, false, manualEnrolment, separateGroups);
    }

    public CourseSettings withoutManualEnrolment() {
        return new CourseSettings(visible, completion, criterion, false, separateGroups);
    }

    public CourseSettings withSeparateGroups() {
        return new CourseSettings(visible, completion, criterion, manualEnrolment, true);
    }
}
