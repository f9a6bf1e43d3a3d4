package dk.kvalitetsbro.benchmarks.moodle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still except for the pauses that are made by it, which take no time. */
final class PausedClock extends Clock {
    private Instant now;

    PausedClock(Instant now) {
        this.now = now;
    }

    void pause(Duration time) {
        advance(time);
    }

    synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    @Override
    public synchronized Instant instant() {
        return now;
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
