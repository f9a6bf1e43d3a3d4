package dk.kvalitetsbro.moodle;

import static java.util.stream.Collectors.joining;

import dk.kvalitetsbro.catalogue.LinkMatching;
import dk.kvalitetsbro.catalogue.LinkMatching.Matched;
import dk.kvalitetsbro.moodle.Readings.Reading;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.logging.Logger;

/** Matches themes in Moodle with those here and remembers how it went, for a Moodle that has the plugin. */
@ApplicationScoped
class ThemeUpdates {
    /** So long after a round that failed it is tried again. */
    static final Duration RETRIED = Duration.ofMinutes(5);

    /** What the memory of a round begins with in which Moodle did not take everything; its error codes follow. */
    static final String REFUSED = "refused ";

    private static final Logger LOG = Logger.getLogger(ThemeUpdates.class.getName());

    private final LinkMatching matching;
    private final Readings readings;
    private final Clock clock;

    @Inject
    ThemeUpdates(LinkMatching matching, Readings readings, Clock clock) {
        this.matching = matching;
        this.readings = readings;
        this.clock = clock;
    }

    /** One round, or none where Moodle has no plugin; trouble is kept for the page on the connection. */
    public void round() {
        boolean known = !readings.newest(Subject.THEMES).equals(Reading.NONE);
        try {
            if (!matching.isPossible()) {
                readings.forget(Subject.THEMES);
                return;
            }
            known = true;
            note(matching.round());
        } catch (MoodleException | Refusal e) {
            if (known) {
                noteTrouble(e);
            }
            LOG.warning("themes could not be matched with Moodle's; it is tried again: " + e.getMessage());
        }
    }

    /** Makes up for a round that failed; the others are asked for by what calls for them. */
    public void whenDue() {
        Reading newest = readings.newest(Subject.THEMES);
        boolean due = newest.failed()
                .map(time -> !time.plus(RETRIED).isAfter(OffsetDateTime.now(clock)))
                .orElse(false);
        if (newest.lastOneFailed() && due) {
            round();
        }
    }

    private void note(Matched matched) {
        if (matched.refused().isEmpty()) {
            readings.succeeded(Subject.THEMES, matched.linked());
        } else {
            readings.failed(
                    Subject.THEMES,
                    REFUSED + matched.refused().stream().distinct().sorted().collect(joining(" ")));
        }
    }

    private void noteTrouble(RuntimeException e) {
        if (e instanceof NotAllowed no) {
            readings.failed(Subject.THEMES, no.obstacle().name());
        } else {
            readings.failed(Subject.THEMES, e);
        }
    }
}
