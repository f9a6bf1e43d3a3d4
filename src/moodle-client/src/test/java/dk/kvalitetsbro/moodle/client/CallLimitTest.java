package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How the limit on parallel calls follows what the site can do; time is counted, not spent. */
class CallLimitTest {
    private final CallLimit limit = new CallLimit(8, MoodleEvents.NONE);
    private long now;

    @Test
    void a_site_with_two_cores_is_kept_at_two_calls() throws Exception {
        work(2, 2_000);

        assertTrue(limit.size() <= 3, "at most the call that tries: " + limit.size());
    }

    @Test
    void a_site_with_many_cores_is_given_more() throws Exception {
        work(64, 2_000);

        assertEquals(8, limit.size());
    }

    @Test
    void trouble_halves_it() throws Exception {
        work(64, 2_000);
        limit.enter(Duration.ZERO);
        limit.failed();

        assertEquals(4, limit.size());
    }

    @Test
    void trouble_never_closes_it_and_it_recovers() throws Exception {
        for (int i = 0; i < 5; i++) {
            limit.enter(Duration.ZERO);
            limit.failed();
        }
        assertEquals(1, limit.size());

        work(64, 2_000);
        assertEquals(8, limit.size());
    }

    @Test
    void who_finds_no_place_in_time_is_turned_away() throws Exception {
        assertTrue(limit.enter(Duration.ZERO));
        assertTrue(limit.enter(Duration.ZERO));
        assertFalse(limit.enter(Duration.ofMillis(1)));
    }

    /** So many calls, as many at a time as the limit allows, at a site with some cores; a call takes a second of one. */
    private void work(int cores, int calls) throws InterruptedException {
        int underWay = 0;
        for (int done = 0; done < calls; done++) {
            while (underWay < limit.size() && limit.enter(Duration.ZERO)) {
                underWay++;
            }
            now += Duration.ofSeconds(1).toNanos() / Math.min(cores, underWay);
            limit.succeeded(1, now);
            underWay--;
        }
        while (underWay-- > 0) {
            limit.answered();
        }
    }
}
