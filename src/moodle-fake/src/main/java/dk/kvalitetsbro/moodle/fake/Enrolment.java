package dk.kvalitetsbro.moodle.fake;

import java.time.Instant;
import java.util.Optional;

/**
 * How somebody is enrolled, which Moodle's own web services don't tell.
 *
 * @param start at once when absent
 * @param end   never when absent
 */
public record Enrolment(Optional<Instant> start, Optional<Instant> end, boolean suspended) {
    static Enrolment of(Row.Enrolled enrolled) {
        return new Enrolment(time(enrolled.start()), time(enrolled.end()), enrolled.suspended());
    }

    private static Optional<Instant> time(long seconds) {
        return seconds == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(seconds));
    }
}
