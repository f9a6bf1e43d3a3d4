package dk.kvalitetsbro.moodle.client;

/** What became of one row of a bulk write. */
public sealed interface Outcome {
    /** Moodle now has it as wanted. */
    record Done() implements Outcome {}

    /** It was so before, and it was left as it was. */
    record AlreadySo() implements Outcome {}

    /**
     * The person was enrolled already, and nothing was sent: Moodle tells neither the dates of an enrolment nor whether
     * it is suspended, and enrolling again would erase both. Only the plugin {@code local_kvalitetsbro} can keep or
     * change them.
     */
    record AlreadyEnrolledDatesUnknown() implements Outcome {}

    /**
     * Moodle refuses this row and will do so again.
     *
     * @param errorCode Moodle's, such as {@code invaliduser}, or {@code conflictingrow} for a second row about the same
     *                  person and course that wants something else
     * @param reason    one sentence for people
     */
    record Refused(String errorCode, String reason) implements Outcome {}

    /**
     * The token lacks a right that the row needs, as every row of its course or cohort will. It may be sent again when an
     * administrator has acted.
     *
     * @param obstacle  what stands in the way, and its remedy
     * @param errorCode Moodle's
     */
    record NotAllowed(Obstacle obstacle, String errorCode) implements Outcome {}

    /**
     * Nobody can say yet whether it took place. Sending the row again is safe.
     *
     * @param why the trouble that stopped the work
     */
    record Unknown(MoodleException why) implements Outcome {}

    /** What an error that Moodle gave for one row alone means for it. */
    static Outcome of(MoodleException trouble) {
        if (trouble instanceof MoodleException.Refused refused) {
            return new Refused(refused.errorCode(), refused.reason());
        }
        return trouble instanceof MoodleException.NotAllowed no
                ? new NotAllowed(no.obstacle(), no.errorCode())
                : new Unknown(trouble);
    }
}
