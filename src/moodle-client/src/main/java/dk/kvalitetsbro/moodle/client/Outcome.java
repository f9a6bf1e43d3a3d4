package dk.kvalitetsbro.moodle.client;

/** What became of one row of a bulk write. */
public sealed interface Outcome {
    /** Moodle now has it as wanted. */
    record Done() implements Outcome {}

    /**
     * It was so before, and nothing was sent. For an enrolment its dates are unknown: Moodle doesn't tell them, and
     * sending it again would overwrite them.
     */
    record AlreadySo() implements Outcome {}

    /**
     * Moodle refuses this row and will do so again.
     *
     * @param errorCode Moodle's, such as {@code invaliduser}, or {@code conflictingrow} for a second row about the same
     *                  person and course that wants something else
     * @param reason    one sentence for people
     */
    record Refused(String errorCode, String reason) implements Outcome {}

    /**
     * Nobody can say yet whether it took place. Sending the row again is safe.
     *
     * @param why the trouble that stopped the work
     */
    record Unknown(MoodleException why) implements Outcome {}
}
