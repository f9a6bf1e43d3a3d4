package dk.kvalitetsbro.moodle.client;

import java.time.Duration;
import java.time.Instant;

/** Entries in Moodle's calendar. */
public final class Calendar {
    private static final String CREATE = "core_calendar_create_calendar_events";

    /** An entry that everybody in a course sees. */
    public record CourseEvent(long courseId, String name, String description, Instant start, Duration length) {}

    private final Wire wire;

    Calendar(Wire wire) {
        this.wire = wire;
    }

    /**
     * Puts an entry into a course's calendar and returns its id ({@code core_calendar_create_calendar_events}). After
     * {@link MoodleException.Unclear} it may be there; a second call would make a second one.
     */
    public long add(CourseEvent event) {
        var params = Params.none()
                .add("events[0][name]", event.name)
                .add("events[0][description]", event.description)
                .add("events[0][format]", 1)
                .add("events[0][courseid]", event.courseId)
                .add("events[0][timestart]", event.start)
                .add("events[0][timeduration]", event.length.toSeconds())
                .add("events[0][eventtype]", "course");
        var reply = wire.write(CREATE, params);
        return reply.rows("events").findFirst().map(made -> made.number("id")).orElseThrow(() -> refusal(reply));
    }

    /** Moodle says with a warning, not with an error, that the account may not do this. */
    private static MoodleException refusal(Fields reply) {
        return reply.rows("warnings")
                .findFirst()
                .<MoodleException>map(warning -> new MoodleException.NotAllowed(
                        CREATE,
                        Obstacle.CAPABILITY_MISSING,
                        warning.optionalText("warningcode").orElse("warning")))
                .orElseGet(() -> Effect.WRITES.lostReply(CREATE + ": no word of the entry", null));
    }
}
