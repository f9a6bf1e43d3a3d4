package dk.kvalitetsbro.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long an entry waits before it is tried again: between half and all of a limit that doubles from two seconds to
 * five minutes, so that what failed together does not come back together.
 */
@ApplicationScoped
class Backoff {
    static final Duration FIRST = Duration.ofSeconds(2);
    static final Duration LONGEST = Duration.ofMinutes(5);

    /** @param attempts how often the entry has been tried, at least once */
    public Duration after(int attempts) {
        long limit = Math.min(FIRST.toMillis() << Math.min(attempts - 1, 20), LONGEST.toMillis());
        return Duration.ofMillis(RandomGenerator.getDefault().nextLong(limit / 2, limit + 1));
    }
}
