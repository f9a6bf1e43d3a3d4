package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SignInStatesTest {
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final Map<String, String> CARRIED = Map.of("nonce", "n-1", "page", "mine-forloeb");

    private final TestDatabase database = TestDatabase.begin();
    private final MovableClock clock = new MovableClock();
    private final SignInStates states = new SignInStates(database.jdbi(), clock);
    private final SignInStates anotherNode = new SignInStates(database.jdbi(), clock);

    @AfterEach
    void nothing_is_kept() {
        database.close();
    }

    @Test
    void what_is_carried_comes_back_once_on_any_node() {
        var begun = states.begin("lti", CARRIED, TEN_MINUTES);

        assertEquals(Optional.of(CARRIED), anotherNode.take("lti", begun.state(), Optional.of(begun.cookie())));
        assertEquals(Optional.empty(), states.take("lti", begun.state(), Optional.of(begun.cookie())));
    }

    @Test
    void nothing_need_be_carried() {
        var begun = states.begin("oidc", Map.of(), TEN_MINUTES);

        assertEquals(Optional.of(Map.of()), states.take("oidc", begun.state(), Optional.of(begun.cookie())));
    }

    @Test
    void another_browser_gets_nothing_and_does_not_use_it_up() {
        var begun = states.begin("lti", CARRIED, TEN_MINUTES);
        var other = states.begin("lti", CARRIED, TEN_MINUTES);

        assertEquals(Optional.empty(), states.take("lti", begun.state(), Optional.empty()));
        assertEquals(Optional.empty(), states.take("lti", begun.state(), Optional.of(other.cookie())));
        assertTrue(
                states.take("lti", begun.state(), Optional.of(begun.cookie())).isPresent());
    }

    @Test
    void one_way_in_does_not_take_what_another_began() {
        var begun = states.begin("lti", CARRIED, TEN_MINUTES);

        assertEquals(Optional.empty(), states.take("oidc", begun.state(), Optional.of(begun.cookie())));
    }

    @Test
    void whoever_takes_too_long_begins_again_and_nothing_is_kept_of_it() {
        var begun = states.begin("lti", CARRIED, TEN_MINUTES);
        clock.move(TEN_MINUTES);

        assertEquals(Optional.empty(), states.take("lti", begun.state(), Optional.of(begun.cookie())));
        states.begin("lti", CARRIED, TEN_MINUTES);
        assertEquals(1, database.number("select count(*) from access.sign_in_state"));
    }

    @Test
    void the_table_alone_lets_nobody_finish_a_sign_in() {
        var begun = states.begin("lti", CARRIED, TEN_MINUTES);

        assertNotEquals(begun.state(), begun.cookie());
        String stored = database.jdbi().withHandle(handle -> handle.createQuery(
                        "select encode(id, 'escape') || encode(cookie, 'escape') || s::text from access.sign_in_state s")
                .mapTo(String.class)
                .one());
        assertFalse(stored.contains(begun.state()));
        assertFalse(stored.contains(begun.cookie()));
    }

    @Test
    void an_answer_that_comes_again_is_told_from_one_that_never_fitted() {
        var begun = states.begin("lti", CARRIED, TEN_MINUTES);
        assertFalse(states.wasTaken("lti", begun.state()));

        states.take("lti", begun.state(), Optional.of("of another browser"));
        assertFalse(states.wasTaken("lti", begun.state()));

        states.take("lti", begun.state(), Optional.of(begun.cookie()));
        assertTrue(anotherNode.wasTaken("lti", begun.state()));
        assertFalse(states.wasTaken("oidc", begun.state()));
    }

    @Test
    void it_is_told_as_long_as_a_session_may_last_and_then_forgotten() {
        var begun = states.begin("lti", CARRIED, TEN_MINUTES);
        states.take("lti", begun.state(), Optional.of(begun.cookie()));

        clock.move(Sessions.LONGEST.minusMinutes(1));
        assertTrue(states.wasTaken("lti", begun.state()));

        clock.move(Duration.ofMinutes(1));
        assertFalse(states.wasTaken("lti", begun.state()));
        states.begin("lti", CARRIED, TEN_MINUTES);
        assertEquals(0, database.number("select count(*) from access.used_once"));
    }

    @Test
    void of_many_at_the_same_time_one_takes_what_was_begun() throws Exception {
        var onManyConnections = new SignInStates(TestDatabase.fresh(), clock);
        var begun = onManyConnections.begin("lti", CARRIED, TEN_MINUTES);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> take = () -> onManyConnections
                    .take("lti", begun.state(), Optional.of(begun.cookie()))
                    .isPresent();
            int taken = 0;
            for (var one : threads.invokeAll(Collections.nCopies(40, take))) {
                taken += one.get() ? 1 : 0;
            }
            assertEquals(1, taken);
        } finally {
            threads.shutdown();
        }
    }
}
