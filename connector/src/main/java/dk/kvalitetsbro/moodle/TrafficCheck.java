package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.Readings.Reading;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.outbox.Outbox;
import dk.kvalitetsbro.outbox.Outbox.Queue;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks at what goes back and forth, as the connector's own records have it; Moodle is not asked. */
@ApplicationScoped
class TrafficCheck {
    /** What waits longer than this while Moodle answers deserves a look. */
    static final Duration LONG_WAIT = Duration.ofMinutes(15);

    /** What the connector itself did not believe says what to do about it. */
    static final Set<String> OWN_REFUSALS =
            Set.of("catalogue.read.nothing", "catalogue.read.noCodes", "moodle.notConfigured", "moodle.otherSite");

    private final Readings readings;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    TrafficCheck(Readings readings, Outbox outbox, Clock clock) {
        this.readings = readings;
        this.outbox = outbox;
        this.clock = clock;
    }

    public List<Check> run(Texts texts) {
        Queue queue = outbox.queue();
        return List.of(courses(texts), waiting(texts, queue), parked(texts, queue), completions(texts));
    }

    private Check courses(Texts texts) {
        return reading(texts, "courses", readings.newest(Subject.COURSES))
                .orElseGet(() -> new Check(
                        State.LOOK,
                        texts.get("moodle.check.courses"),
                        texts.get("moodle.check.courses.never"),
                        texts.get("moodle.check.courses.never.remedy")));
    }

    /** Nobody asks for completions before somebody takes a course, so there is nothing to remedy. */
    private Check completions(Texts texts) {
        return reading(texts, "completions", readings.newest(Subject.COMPLETIONS))
                .orElseGet(() -> new Check(
                        State.NOT_CHECKED,
                        texts.get("moodle.check.completions"),
                        texts.get("moodle.check.completions.never"),
                        ""));
    }

    /** @return empty when there was no reading at all */
    private static Optional<Check> reading(Texts texts, String what, Reading reading) {
        String key = "moodle.check." + what;
        if (reading.lastOneFailed()) {
            return Optional.of(new Check(
                    State.BROKEN,
                    texts.get(key),
                    texts.of(key + ".failed", texts.time(reading.failed().orElse(null))),
                    texts.get(reading.trouble().filter(OWN_REFUSALS::contains).orElse("moodle.check.readAgain"))));
        }
        return reading.succeeded()
                .map(time -> new Check(
                        State.SOUND, texts.get(key), texts.of(key + ".sound", texts.time(time), reading.found()), ""));
    }

    private Check waiting(Texts texts, Queue queue) {
        String name = texts.get("moodle.check.waiting");
        if (queue.waiting() == 0) {
            return new Check(State.SOUND, name, texts.get("moodle.check.waiting.none"), "");
        }
        String since = texts.time(queue.oldest().orElse(null));
        boolean tooLong = queue.oldest().map(this::isLongAgo).orElse(false);
        return new Check(
                tooLong ? State.LOOK : State.SOUND,
                name,
                texts.of("moodle.check.waiting.some", queue.waiting(), since),
                tooLong ? texts.get("moodle.check.waiting.remedy") : "");
    }

    private boolean isLongAgo(OffsetDateTime time) {
        return time.plus(LONG_WAIT).isBefore(OffsetDateTime.now(clock));
    }

    private static Check parked(Texts texts, Queue queue) {
        String name = texts.get("moodle.check.parked");
        return queue.parked() == 0
                ? new Check(State.SOUND, name, texts.get("moodle.check.parked.none"), "")
                : new Check(
                        State.LOOK,
                        name,
                        texts.of("moodle.check.parked.some", queue.parked()),
                        texts.get("moodle.check.parked.remedy"));
    }
}
