package dk.kvalitetsbro.moodle.client;

import org.jspecify.annotations.Nullable;

/** Whether a call only reads, so that it may be repeated freely, or may change something. */
enum Effect {
    READS,
    WRITES;

    /** No usable reply came, although Moodle may have worked on the call. */
    MoodleException lostReply(String message, @Nullable Throwable cause) {
        return switch (this) {
            case READS -> new MoodleException.Unavailable(message, null, cause);
            case WRITES -> new MoodleException.Unclear(message, cause);
        };
    }
}
