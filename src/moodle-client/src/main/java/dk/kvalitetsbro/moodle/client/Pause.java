package dk.kvalitetsbro.moodle.client;

import java.time.Duration;

/** How the client waits between attempts. Tests pass one that only notes the time. */
@FunctionalInterface
public interface Pause {
    void rest(Duration time) throws InterruptedException;
}
