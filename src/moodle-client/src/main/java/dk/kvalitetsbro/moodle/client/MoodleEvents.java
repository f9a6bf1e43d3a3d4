package dk.kvalitetsbro.moodle.client;

import java.time.Duration;
import java.util.Optional;

/** Hears what the client does, for metrics and logs. Called on the caller's thread; must be quick and not throw. */
public interface MoodleEvents {
    /** Hears nothing. */
    MoodleEvents NONE = new MoodleEvents() {};

    /**
     * One HTTP call has ended.
     *
     * @param variables what PHP counts towards {@code max_input_vars}
     * @param trouble   empty when it succeeded
     */
    default void called(String function, int variables, Duration took, Optional<MoodleException> trouble) {}

    /** A call will be sent again after a pause. */
    default void repeating(String function, Duration pause, MoodleException why) {}
}
