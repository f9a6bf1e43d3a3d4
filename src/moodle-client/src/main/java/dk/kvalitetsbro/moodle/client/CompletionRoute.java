package dk.kvalitetsbro.moodle.client;

/** A way to hear of completed courses, best first. Which one a site offers {@link Completions#plan} tells. */
public enum CompletionRoute {
    /** {@code local_kvalitetsbro_get_completions}: what is new, with its second. */
    PLUGIN(true),
    /**
     * A report in Moodle's report builder with the columns user's idnumber, course's idnumber, completed and time
     * completed, filtered by time. Its times are text in the account's language and time zone, so none are told.
     */
    REPORT(false),
    /**
     * {@code core_completion_get_course_completion_status} of every pair not yet completed, 200 to a request through
     * {@code tool_mobile_call_external_functions}. Times only where a criterion tells one.
     */
    TOGETHER(false),
    /** The same, one pair a call. */
    ONE_BY_ONE(false);

    private final boolean tellsTimes;

    CompletionRoute(boolean tellsTimes) {
        this.tellsTimes = tellsTimes;
    }

    /** Whether every completion comes with its time. */
    public boolean tellsTimes() {
        return tellsTimes;
    }
}
