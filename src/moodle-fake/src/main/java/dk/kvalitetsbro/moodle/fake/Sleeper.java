package dk.kvalitetsbro.moodle.fake;

import java.time.Duration;

/** How the stand-in lets time pass. A test may note the time instead of spending it. */
@FunctionalInterface
public interface Sleeper {
    void sleep(Duration time) throws InterruptedException;

    /** Really waits. */
    static Sleeper real() {
        return time -> Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
    }
}
