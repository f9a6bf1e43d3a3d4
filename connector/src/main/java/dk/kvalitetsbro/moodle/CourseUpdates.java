package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.catalogue.CourseReading;
import dk.kvalitetsbro.catalogue.CourseReading.Found;
import dk.kvalitetsbro.moodle.Readings.Reading;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads the courses when somebody asks for it, and from then on by itself: regularly, and sooner after a reading that
 * failed or when Moodle tells of a change. Remembers how it went.
 */
@ApplicationScoped
class CourseUpdates {
    /** At the latest so long after a reading that failed the next one begins. */
    static final Duration RETRIED = Duration.ofMinutes(5);

    /** Many changes one after the other are read together. */
    static final Duration APART = Duration.ofMinutes(1);

    private static final Logger LOG = Logger.getLogger(CourseUpdates.class.getName());

    private final CourseReading courses;
    private final Readings readings;
    private final Clock clock;
    private final Duration interval;

    @Inject
    CourseUpdates(
            CourseReading courses,
            Readings readings,
            Clock clock,
            @ConfigProperty(name = "moodle.courses.minutes") int minutes) {
        this.courses = courses;
        this.readings = readings;
        this.clock = clock;
        this.interval = Duration.ofMinutes(minutes);
    }

    /**
     * Reads for somebody who waits at a page.
     *
     * @throws MoodleException for trouble with Moodle
     * @throws Refusal when Moodle is not configured, or does not show what it showed before
     */
    public Found now() {
        return noted(courses::readQuickly);
    }

    /** Reads if it is time to; trouble is kept for the page on the connection. */
    public void whenDue() {
        if (!isDue(readings.newest(Subject.COURSES))) {
            return;
        }
        try {
            noted(courses::read);
        } catch (MoodleException | Refusal e) {
            LOG.warning("the courses could not be read; it is tried again: " + e.getMessage());
        }
    }

    private Found noted(Supplier<Found> reading) {
        OffsetDateTime begun = OffsetDateTime.now(clock);
        try {
            Found found = reading.get();
            readings.succeeded(Subject.COURSES, found.courses());
            readings.satisfied(Subject.COURSES, begun);
            return found;
        } catch (MoodleException | Refusal e) {
            readings.failed(Subject.COURSES, e);
            throw e;
        }
    }

    /** The first reading is somebody's decision. */
    private boolean isDue(Reading newest) {
        return newest.lastOneFailed()
                ? isOver(newest.failed(), RETRIED.compareTo(interval) < 0 ? RETRIED : interval)
                : isOver(newest.succeeded(), newest.wanted().isPresent() ? APART : interval);
    }

    private boolean isOver(Optional<OffsetDateTime> last, Duration pause) {
        return last.map(time -> !time.plus(pause).isAfter(OffsetDateTime.now(clock)))
                .orElse(false);
    }
}
