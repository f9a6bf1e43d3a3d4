package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final PersonKey MAJA = new PersonKey("maja");
    private static final PersonKey KAREN = new PersonKey("karen");
    private static final Browser FIREFOX = new Browser("Firefox", "Linux");

    private final TestDatabase database = TestDatabase.begin();
    private final MovableClock clock = new MovableClock();
    private final Employed organisation = new Employed(MAJA, KAREN);
    private final Sessions sessions = new Sessions(database.jdbi(), organisation, clock);

    @AfterEach
    void nothing_is_kept() {
        database.close();
    }

    @Test
    void a_session_lives_on_while_it_is_used_but_not_for_ever() {
        String cookie = sessions.begin(MAJA, FIREFOX);
        for (int hours = 0; hours < 11; hours++) {
            clock.move(Duration.ofHours(1));
            assertTrue(sessions.find(cookie).isPresent());
        }
        clock.move(Duration.ofHours(1));
        assertFalse(sessions.find(cookie).isPresent());
    }

    @Test
    void a_session_that_is_not_used_ends() {
        String cookie = sessions.begin(MAJA, FIREFOX);
        clock.move(Sessions.IDLE);
        assertFalse(sessions.find(cookie).isPresent());
    }

    @Test
    void whoever_has_nothing_to_do_here_any_more_is_out_at_once() {
        String cookie = sessions.begin(MAJA, FIREFOX);
        organisation.leaves(MAJA);
        assertFalse(sessions.find(cookie).isPresent());
    }

    @Test
    void the_table_does_not_hold_what_lets_one_in() {
        String cookie = sessions.begin(MAJA, FIREFOX);
        assertEquals(
                0,
                database.number("select count(*) from access.session s where encode(id, 'escape') = '" + cookie
                        + "' or s::text like '%" + cookie + "%'"));
    }

    @Test
    void people_see_where_they_are_signed_in_and_nobody_elses() {
        sessions.begin(MAJA, FIREFOX);
        clock.move(Duration.ofMinutes(5));
        sessions.begin(MAJA, new Browser("Safari", "iPhone"));
        sessions.begin(KAREN, FIREFOX);

        assertEquals(
                List.of("Safari", "Firefox"),
                sessions.living(MAJA).stream().map(Sessions.Living::browser).toList());
    }

    @Test
    void what_has_ended_by_itself_is_not_shown() {
        sessions.begin(MAJA, FIREFOX);
        clock.move(Sessions.IDLE);
        assertEquals(List.of(), sessions.living(MAJA));
    }

    @Test
    void when_a_session_was_last_used_is_told() {
        String cookie = sessions.begin(MAJA, FIREFOX);
        clock.move(Duration.ofMinutes(30));
        sessions.find(cookie);
        assertEquals(clock.instant(), sessions.living(MAJA).get(0).seen().toInstant());
    }

    @Test
    void one_place_is_signed_out_of_and_the_others_stay() {
        String here = sessions.begin(MAJA, FIREFOX);
        String there = sessions.begin(MAJA, FIREFOX);
        sessions.end(MAJA, sessions.living(MAJA).get(0).number());

        assertFalse(sessions.find(there).isPresent());
        assertTrue(sessions.find(here).isPresent());
    }

    @Test
    void what_the_next_page_is_to_say_is_said_in_that_session_alone_and_once() {
        String here = sessions.begin(MAJA, FIREFOX);
        String there = sessions.begin(MAJA, FIREFOX);
        var notice = new Session.Notice(true, "Gemt.");
        sessions.leaveNotice(sessions.find(here).orElseThrow(), notice);
        sessions.leaveNotice(sessions.find(there).orElseThrow(), new Session.Notice(false, "Ikke gemt."));

        Session told = sessions.find(here).orElseThrow();
        assertEquals(Optional.of(notice), told.notice());
        sessions.noticeWasShown(told);
        assertEquals(Optional.empty(), sessions.find(here).orElseThrow().notice());
        assertTrue(sessions.find(there).orElseThrow().notice().isPresent());
    }

    @Test
    void of_what_has_ended_by_itself_no_row_is_kept() {
        sessions.begin(MAJA, FIREFOX);
        clock.move(Sessions.IDLE.plusSeconds(1));
        sessions.begin(KAREN, FIREFOX);

        assertEquals(1, database.number("select count(*) from access.session"));
    }

    @Test
    void signing_out_ends_that_session_and_no_other() {
        String here = sessions.begin(MAJA, FIREFOX);
        String there = sessions.begin(MAJA, FIREFOX);
        sessions.end(here);

        assertFalse(sessions.find(here).isPresent());
        assertTrue(sessions.find(there).isPresent());
    }

    @Test
    void nobody_signs_somebody_else_out() {
        String cookie = sessions.begin(MAJA, FIREFOX);
        sessions.end(KAREN, sessions.living(MAJA).get(0).number());
        assertTrue(sessions.find(cookie).isPresent());
    }

    @Test
    void everywhere_is_everywhere_of_ones_own() {
        String here = sessions.begin(MAJA, FIREFOX);
        String there = sessions.begin(MAJA, FIREFOX);
        String karens = sessions.begin(KAREN, FIREFOX);
        sessions.endAll(MAJA);

        assertFalse(sessions.find(here).isPresent());
        assertFalse(sessions.find(there).isPresent());
        assertTrue(sessions.find(karens).isPresent());
    }
}
