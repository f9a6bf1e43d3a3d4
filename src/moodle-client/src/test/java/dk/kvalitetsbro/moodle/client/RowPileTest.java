package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** 200 people in three courses, which are known course by course. */
class RowPileTest {
    private static final int PARALLEL = 2;

    private final Pace pace = new Pace(Duration.ofSeconds(2));
    private final RowPile<Unenrolment> pile = new RowPile<>(new PluginUnenrolling(), pace, 900);

    RowPileTest() {
        for (long course = 1; course <= 3; course++) {
            long id = course;
            pile.add(LongStream.rangeClosed(1, 200)
                    .mapToObj(person -> new Unenrolment(person, id))
                    .toList());
        }
    }

    @Test
    void calls_that_go_on_at_a_time_are_about_different_people_or_lock_each_other_out() {
        var one = people(next());
        var other = people(next());

        assertTrue(one.size() > 10 && other.size() > 10);
        assertTrue(Collections.disjoint(one, other));
    }

    @Test
    void after_a_refusal_one_row_about_each_person_goes_ahead_and_the_rest_of_the_taken_ones_follows() {
        pace.refused(2);
        var ahead = next();
        assertEquals(ahead.size(), people(ahead).size());

        pile.prove(ahead);
        var following = next();
        assertEquals(people(ahead), people(following));
        assertEquals(2 * ahead.size(), following.size());
    }

    private List<Unenrolment> next() {
        return pile.toSend(PARALLEL).orElseThrow().rows();
    }

    private static Set<Long> people(List<Unenrolment> rows) {
        return rows.stream().map(Unenrolment::userId).collect(Collectors.toSet());
    }
}
