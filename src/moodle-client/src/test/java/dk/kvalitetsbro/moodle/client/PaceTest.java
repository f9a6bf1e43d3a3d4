package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How many groups a reading asks about, after what the site took for those before it. */
class PaceTest {
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final Pace pace = new Pace(LONGEST);

    @Test
    void after_a_quick_reading_the_next_asks_about_twice_as_many_groups() {
        int first = pace.groups();
        pace.looked(first, LONGEST);

        assertEquals(2 * first, pace.groups());
        pace.looked(1, LONGEST);
        assertEquals(2 * first, pace.groups(), "a smaller one tells nothing against it");
    }

    @Test
    void after_one_that_took_too_long_it_is_half_as_many_and_at_least_one() {
        pace.looked(20, LONGEST.plusMillis(1));

        assertEquals(10, pace.groups());
        pace.looked(1, LONGEST.plusMillis(1));
        assertEquals(1, pace.groups());
    }

    @Test
    void the_number_never_overflows() {
        for (int i = 0; i < 64; i++) {
            pace.looked(pace.groups(), Duration.ZERO);
        }
        assertTrue(pace.groups() > 0);
    }
}
