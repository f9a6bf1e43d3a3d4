package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.catalogue.Catalogue;
import dk.kvalitetsbro.catalogue.Course;
import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.Readings.Reading;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.Obstacle;
import dk.kvalitetsbro.outbox.Outbox;
import dk.kvalitetsbro.outbox.Outbox.Queue;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Looks at what goes back and forth, as the connector's own records have it; Moodle is not asked. */
@ApplicationScoped
class TrafficCheck {
    /** What waits longer than this while Moodle answers deserves a look. */
    static final Duration LONG_WAIT = Duration.ofMinutes(15);

    /** Courses named on the page; the rest are only counted. */
    private static final int NAMED = 5;

    /** What the connector itself did not believe says what to do about it. */
    private static final Set<String> OWN_REFUSALS =
            Set.of("catalogue.read.nothing", "catalogue.read.noCodes", "moodle.notConfigured");

    private final Readings readings;
    private final Outbox outbox;
    private final Barred barred;
    private final Catalogue catalogue;
    private final Clock clock;

    @Inject
    TrafficCheck(Readings readings, Outbox outbox, Barred barred, Catalogue catalogue, Clock clock) {
        this.readings = readings;
        this.outbox = outbox;
        this.barred = barred;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public List<Check> run(Texts texts) {
        Queue queue = outbox.queue();
        List<Check> checks = new ArrayList<>();
        checks.add(courses(texts));
        checks.add(waiting(texts, queue));
        checks.addAll(notAllowed(texts));
        checks.add(parked(texts, queue));
        checks.add(completions(texts));
        return checks;
    }

    /** One check for each cause, whatever the number of people and courses that wait for its removal. */
    private List<Check> notAllowed(Texts texts) {
        Map<String, List<Barred.Course>> causes =
                new TreeMap<>(barred.all().stream().collect(Collectors.groupingBy(Barred.Course::obstacle)));
        return causes.entrySet().stream()
                .map(cause -> new Check(
                        State.BROKEN,
                        texts.get("moodle.check.barred"),
                        texts.of(
                                "moodle.check.barred.some",
                                cause.getValue().size(),
                                names(cause.getValue().stream()
                                        .map(Barred.Course::course)
                                        .toList()),
                                cause.getValue().get(0).errorCode()),
                        Obstacle.valueOf(cause.getKey()).remedy(texts.locale()) + " "
                                + texts.get("moodle.check.barred.then")))
                .toList();
    }

    private String names(List<Long> courses) {
        String named = courses.stream()
                .limit(NAMED)
                .map(id -> catalogue.find(id).map(Course::name).orElse("#" + id))
                .collect(Collectors.joining(", "));
        return courses.size() > NAMED ? named + " …" : named;
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
