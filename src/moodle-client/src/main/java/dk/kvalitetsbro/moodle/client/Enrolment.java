package dk.kvalitetsbro.moodle.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A wanted enrolment of one person in one course, by Moodle's manual method.
 *
 * @param start     when it begins to count, to the second; at once when absent
 * @param end       when it stops to count, to the second; never when absent
 * @param suspended enrolled without access
 * @param reason    why, for the person to read; kept only by the plugin {@code local_kvalitetsbro}
 * @param due       when the course should be completed; kept only by the plugin
 */
public record Enrolment(
        long userId,
        long courseId,
        Optional<Instant> start,
        Optional<Instant> end,
        boolean suspended,
        Optional<String> reason,
        Optional<Instant> due) {
    public Enrolment {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(due, "due");
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            throw new IllegalArgumentException(
                    "An enrolment ends after it starts: " + start.get() + " to " + end.get());
        }
    }

    /** From now on and without an end. */
    public static Enrolment of(long userId, long courseId) {
        return new Enrolment(
                userId, courseId, Optional.empty(), Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    /** The same, but beginning to count at this moment. */
    public Enrolment from(Instant start) {
        return new Enrolment(userId, courseId, Optional.of(start), end, suspended, reason, due);
    }

    /** The same, but ceasing to count at this moment. */
    public Enrolment until(Instant end) {
        return new Enrolment(userId, courseId, start, Optional.of(end), suspended, reason, due);
    }

    /** The same, but without access. */
    public Enrolment suspend() {
        return new Enrolment(userId, courseId, start, end, true, reason, due);
    }

    /** The same, with a reason and a due date for the plugin to keep. */
    public Enrolment because(String reason, Optional<Instant> due) {
        return new Enrolment(userId, courseId, start, end, suspended, Optional.of(reason), due);
    }
}
