package dk.kvalitetsbro.assignments;

/**
 * How far an assignment has come: it waits, is delivered or parked, and ends when the course is completed. A parked one
 * is delivered when somebody has removed the obstacle and tried again, and ends when somebody gives it up.
 */
public enum State {
    /** Confirmed by the leader; the learning platform has not been told yet. */
    WAITING,
    /** The person is enrolled and can take the course. */
    IN_MOODLE,
    /** The learning platform refused; somebody must do something first. */
    PARKED,
    COMPLETED,
    /** The enrolment was given up on the worklist. The person may be given the course again. */
    WITHDRAWN;

    /** @return whether the person is still to take the course because of it */
    public boolean isOpen() {
        return this != COMPLETED && this != WITHDRAWN;
    }
}
