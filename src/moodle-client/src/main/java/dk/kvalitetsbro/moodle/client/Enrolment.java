package dk.kvalitetsbro.moodle.client;

import java.time.Instant;
import java.util.Optional;

/**
 * A wanted enrolment of one person in one course, by Moodle's manual method.
 *
 * @param start when it begins to count; at once when absent
 * @param end   when it stops to count; never when absent
 */
public record Enrolment(long userId, long courseId, Optional<Instant> start, Optional<Instant> end) {
    public Enrolment {
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            throw new IllegalArgumentException(
                    "An enrolment ends after it starts: " + start.get() + " to " + end.get());
        }
    }

    /** From now on and without an end. */
    public static Enrolment of(long userId, long courseId) {
        return new Enrolment(userId, courseId, Optional.empty(), Optional.empty());
    }
}
