package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Leaves a site alone that is in trouble: after some failures in a row, or when it asks callers to wait, calls fail at
 * once for a while. Then calls go through again; the first answer closes the circuit and the first failure opens it anew.
 */
final class Circuit {
    private static final int FAILURES = 8;
    private static final Duration REST = Duration.ofSeconds(20);

    private final Clock clock;
    private final MoodleEvents events;
    private int failures;
    private Optional<Instant> openUntil = Optional.empty();

    Circuit(Clock clock, MoodleEvents events) {
        this.clock = clock;
        this.events = events;
    }

    /** Throws where the site is being left alone. */
    synchronized void check(String function) {
        var now = clock.instant();
        if (openUntil.filter(now::isBefore).isPresent()) {
            throw new Unavailable(
                    function + ": Moodle is in trouble and left alone for a while",
                    Duration.between(now, openUntil.get()),
                    null);
        }
    }

    synchronized void answered() {
        failures = 0;
        if (openUntil.isPresent()) {
            openUntil = Optional.empty();
            events.circuitClosed();
        }
    }

    synchronized void failed(MoodleException trouble) {
        failures++;
        var asked = trouble instanceof Unavailable unavailable ? unavailable.retryAfter() : Optional.<Duration>empty();
        if (asked.isPresent() || failures >= FAILURES) {
            var rest = asked.orElse(REST);
            openUntil = Optional.of(clock.instant().plus(rest));
            events.circuitOpened(rest, trouble);
        }
    }
}
