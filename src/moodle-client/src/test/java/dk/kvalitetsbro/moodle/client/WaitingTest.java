package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rows as text: a person's number and a course's letter. */
class WaitingTest {
    private final Waiting<String> waiting = new Waiting<>(row -> Character.digit(row.charAt(0), 10));

    @BeforeEach
    void three_people_wait_for_two_courses_each_course_by_course() {
        waiting.add(List.of("3a", "1a", "2a"));
        waiting.add(List.of("3b", "1b", "2b"));
    }

    @Test
    void people_come_in_the_order_of_their_ids_with_all_their_rows() {
        assertEquals(List.of("1a", "1b", "2a", "2b", "3a", "3b"), waiting.ofWholeSubjects(10));
    }

    @Test
    void nobody_is_torn_apart_between_two_calls_that_go_on_at_a_time() {
        assertEquals(List.of("1a", "1b"), waiting.ofWholeSubjects(3));

        var offered = waiting.ofWholeSubjects(10);
        assertEquals(List.of("1a", "1b"), waiting.take(offered, 3));
        assertEquals(List.of("2a", "2b", "3a", "3b"), waiting.ofWholeSubjects(10));
        assertEquals(4, waiting.size());
    }

    @Test
    void somebody_with_more_rows_than_a_call_takes_goes_in_several() {
        assertEquals(List.of("1a"), waiting.ofWholeSubjects(1));
        assertEquals(List.of("1a"), waiting.take(waiting.ofWholeSubjects(2), 1));
        assertEquals(List.of("1b"), waiting.take(waiting.ofWholeSubjects(1), 1));
        assertEquals(List.of("2a", "2b"), waiting.ofWholeSubjects(2));
    }

    @Test
    void one_row_of_each_goes_ahead_and_the_others_can_be_let_go_once_it_was_taken() {
        assertEquals(List.of("1a", "2a"), waiting.take(waiting.oneOfEach(2), 2));

        assertEquals(List.of("1b"), waiting.takeAllOf(Set.of(1L, 9L)));
        assertEquals(List.of("2b", "3a", "3b"), waiting.ofWholeSubjects(10));
        assertEquals(3, waiting.size());
    }
}
