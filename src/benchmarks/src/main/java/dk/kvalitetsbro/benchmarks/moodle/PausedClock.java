package dk.kvalitetsbro.benchmarks.moodle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still except for the pauses that are made by it, which take no time. */
final class PausedClock extends Clock {
    private final AtomicReference<Instant> now;

    PausedClock(Instant now) {
        this.now = new AtomicReference<>(now);
    }

    void pause(Duration time) {
        advance(time);
    }

    void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
