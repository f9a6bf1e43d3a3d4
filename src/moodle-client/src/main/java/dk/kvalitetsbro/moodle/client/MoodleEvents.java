package dk.kvalitetsbro.moodle.client;

import java.time.Duration;
import java.util.Optional;

/**
 * Hears what the client does, for metrics and logs. Called on the thread that made the call, at times from several at
 * once; must be quick and not throw.
 */
public interface MoodleEvents {
    /** Hears nothing. */
    MoodleEvents NONE = new MoodleEvents() {};

    /**
     * One HTTP call has ended.
     *
     * @param variables what PHP counts towards {@code max_input_vars}
     * @param took      from sending to the end of the reply; time spent waiting for other calls is not in it
     * @param trouble   empty when it succeeded
     */
    default void called(String function, int variables, Duration took, Optional<MoodleException> trouble) {}

    /** A call will be sent again after a pause. */
    default void repeating(String function, Duration pause, MoodleException why) {}

    /** From now on at most so many calls are under way at a time. */
    default void parallelCalls(int most) {}

    /** The site is in trouble: calls fail at once for this long, without being sent. */
    default void circuitOpened(Duration rest, MoodleException why) {}

    /** The site answers again. */
    default void circuitClosed() {}
}
