package dk.kvalitetsbro.moodle.client;

import java.time.Instant;
import java.util.Optional;

/** How far one person has come with one course ({@code core_completion_get_course_completion_status}). */
public record CourseCompletion(Pair pair, State state) {
    /** Whose completion of which course is asked for. */
    public record Pair(long userId, long courseId) {}

    /** What Moodle says of a pair. */
    public sealed interface State {}

    /**
     * The course is completed.
     *
     * @param at when, if the course's criteria tell; Moodle gives no time when it was completed in another way
     */
    public record Completed(Optional<Instant> at) implements State {}

    /** The person is enrolled and not done. */
    public record NotCompleted() implements State {}

    /**
     * Moodle does not answer for this pair.
     *
     * @param errorCode Moodle's, such as {@code usernotenroled}
     * @param reason    one sentence for people
     */
    public record NotTold(String errorCode, String reason) implements State {}

    static State state(Fields reply) {
        var status = reply.object("completionstatus");
        if (!status.flag("completed")) {
            return new NotCompleted();
        }
        return new Completed(status.rows("completions")
                .flatMap(criterion -> criterion.time("timecompleted").stream())
                .max(Instant::compareTo));
    }
}
