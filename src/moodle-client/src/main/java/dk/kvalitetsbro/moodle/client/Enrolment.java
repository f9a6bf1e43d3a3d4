package dk.kvalitetsbro.moodle.client;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A wanted enrolment of one person in one course, by Moodle's manual method.
 *
 * @param start      when it begins to count, to the second; at once when absent
 * @param end        when it stops to count, to the second; never when absent
 * @param suspended  enrolled without access
 * @param reason     why, for the person to read, in plain text of 1,000 characters at the most; kept only by the plugin
 *                   {@code local_kvalitetsbro}, and only while it may show reasons
 * @param due        when the course should be completed; kept only by the plugin. Absent leaves what it has, and the epoch
 *                   takes it back
 * @param assignedBy the Moodle account of the leader who assigns it; kept only by the plugin. Absent leaves what it has
 */
public record Enrolment(
        long userId,
        long courseId,
        Optional<Instant> start,
        Optional<Instant> end,
        boolean suspended,
        Optional<String> reason,
        Optional<Instant> due,
        OptionalLong assignedBy) {
    public Enrolment {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(due, "due");
        Objects.requireNonNull(assignedBy, "assignedBy");
        if (start.isPresent() && end.isPresent() && !end.get().isAfter(start.get())) {
            throw new IllegalArgumentException(
                    "An enrolment ends after it starts: " + start.get() + " to " + end.get());
        }
    }

    /** From now on and without an end. */
    public static Enrolment of(long userId, long courseId) {
        return new Enrolment(
                userId,
                courseId,
                Optional.empty(),
                Optional.empty(),
                false,
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty());
    }

    /** The same, but beginning to count at this moment. */
    public Enrolment from(Instant start) {
        return new Enrolment(userId, courseId, Optional.of(start), end, suspended, reason, due, assignedBy);
    }

    /** The same, but ceasing to count at this moment. */
    public Enrolment until(Instant end) {
        return new Enrolment(userId, courseId, start, Optional.of(end), suspended, reason, due, assignedBy);
    }

    /** The same, but without access. */
    public Enrolment suspend() {
        return new Enrolment(userId, courseId, start, end, true, reason, due, assignedBy);
    }

    /** The same, with a reason and a due date for the plugin to keep. */
    public Enrolment because(String reason, Optional<Instant> due) {
        return new Enrolment(userId, courseId, start, end, suspended, Optional.of(reason), due, assignedBy);
    }

    /** The same, assigned by the leader with this account, for the plugin to keep. */
    public Enrolment by(long leader) {
        return new Enrolment(userId, courseId, start, end, suspended, reason, due, OptionalLong.of(leader));
    }
}
