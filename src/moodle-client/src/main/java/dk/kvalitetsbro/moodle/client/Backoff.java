package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to wait before asking again, and when to stop: each pause is drawn between half and all of a limit that
 * doubles. A site that asks for a longer wait than {@code longest} is left alone.
 */
record Backoff(int attempts, Duration first, Duration longest, Pause pause, RandomGenerator random) {

    /** The pause after this many failed attempts, empty when it is time to give up. */
    Optional<Duration> pauseAfter(int attempt, MoodleException trouble) {
        var asked = trouble instanceof Unavailable unavailable ? unavailable.retryAfter() : Optional.<Duration>empty();
        if (attempt >= attempts
                || asked.filter(wait -> wait.compareTo(longest) > 0).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(asked.orElseGet(() -> jittered(attempt)));
    }

    void rest(Duration time, MoodleException trouble) {
        try {
            pause.rest(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw trouble;
        }
    }

    private Duration jittered(int attempt) {
        long limit = Math.min(first.toMillis() << Math.min(attempt - 1, 20), longest.toMillis());
        return Duration.ofMillis(random.nextLong(limit / 2, limit + 1));
    }
}
