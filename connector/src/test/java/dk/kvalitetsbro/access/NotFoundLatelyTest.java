package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who was not found at the door, as the page on people in Moodle asks the log. */
class NotFoundLatelyTest {
    private static final String UNKNOWN = "access.unknownPerson";

    private final MovableClock clock = new MovableClock();
    private final AuditLog log = new AuditLog(TestDatabase.begin().jdbi(), new CurrentActor(), clock);

    @Test
    void each_key_is_told_once_with_its_newest_time_and_way_and_what_is_long_ago_is_not() {
        note(UNKNOWN, "gone", "oidc");
        clock.move(Duration.ofDays(1));
        OffsetDateTime since = OffsetDateTime.now(clock);
        note(UNKNOWN, "p1", "lti");
        note(UNKNOWN, "p2", "lti");
        clock.move(Duration.ofHours(1));
        note(UNKNOWN, "p1", "oidc");
        note("access.signedIn", "p3", "oidc");

        assertEquals(List.of("p1 oidc", "p2 lti"), told(since, 10));
        assertEquals(List.of("p1 oidc"), told(since, 1));
    }

    private void note(String action, String key, String way) {
        log.addAtTheDoor(Optional.empty(), action, key, way);
    }

    private List<String> told(OffsetDateTime since, int most) {
        return log.newestOf(UNKNOWN, since, most).stream()
                .map(entry -> entry.subject() + " " + entry.detail())
                .toList();
    }
}
