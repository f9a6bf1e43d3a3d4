package dk.kvalitetsbro.moodle.client;

import static dk.kvalitetsbro.moodle.client.TestSite.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.fake.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many rows go into one call, and what of it is sent again when PHP cut the call or its reply was lost. */
class BulkCallsTest {
    private static final String ENROL = "enrol_manual_enrol_users";
    private static final String ENROLLED = "core_enrol_get_enrolled_users";
    private static final Outcome DONE = new Outcome.Done();

    private final TestSite site = new TestSite(700, 1);

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void many_rows_are_split_below_the_variable_budget() {
        var sizes = new ConcurrentLinkedQueue<Integer>();
        var results = site.client(b -> b.variableBudget(100).events(sizesInto(sizes)))
                .enrolments()
                .enrol(site.everybodyIn(site.course(0)));

        assertTrue(outcomes(results).stream().allMatch(DONE::equals));
        assertEquals(700, site.moodle.enrolled(site.course(0)));
        assertTrue(sizes.stream().allMatch(variables -> variables <= 100), sizes::toString);
        assertEquals(2, site.moodle.faults().calls(ENROLLED), "the list and whether it is whole; nothing is read back");
    }

    @Test
    void rows_that_php_cut_off_are_missed_and_sent_again() {
        try (var large = new TestSite(8_000, 1)) {
            var rows = large.everybodyIn(large.course(0));
            var sizes = new ConcurrentLinkedQueue<Integer>();
            var results = large.client(
                            b -> b.variableBudget(100_000).parallelCalls(1).events(sizesInto(sizes)))
                    .enrolments()
                    .enrol(rows);

            assertTrue(outcomes(results).stream().allMatch(DONE::equals));
            assertEquals(8_000, large.moodle.enrolled(large.course(0)));
            assertTrue(sizes.stream().anyMatch(variables -> variables > 5_000), "a call was cut: " + sizes);
        }
    }

    @Test
    void a_call_that_php_cut_inside_a_row_is_halved_until_it_fits() {
        try (var large = new TestSite(8_000, 1)) {
            var start = Instant.now();
            var rows = large.people.stream()
                    .map(person -> Enrolment.of(person, large.course(0)).from(start))
                    .toList();
            var sizes = new ConcurrentLinkedQueue<Integer>();
            var results = large.client(
                            b -> b.variableBudget(100_000).parallelCalls(1).events(sizesInto(sizes)))
                    .enrolments()
                    .enrol(rows);

            assertTrue(outcomes(results).stream().allMatch(DONE::equals));
            assertEquals(8_000, large.moodle.enrolled(large.course(0)));
        }
    }

    @Test
    void after_a_lost_reply_only_what_is_missing_is_sent_again() {
        site.moodle.faults().next(ENROL, new Fault.CutAfter());
        var sizes = new ConcurrentLinkedQueue<Integer>();
        var results = site.client(b -> b.events(sizesInto(sizes))).enrolments().enrol(site.everybodyIn(site.course(0)));

        assertTrue(outcomes(results).stream().allMatch(DONE::equals));
        assertEquals(700, site.moodle.enrolled(site.course(0)));
        assertEquals(
                700,
                sizes.stream().mapToInt(variables -> (variables - 3) / 3).sum(),
                "the first call took place, so it was not repeated");
    }

    private static MoodleEvents sizesInto(Queue<Integer> sizes) {
        return new MoodleEvents() {
            @Override
            public void called(String function, int variables, Duration took, Optional<MoodleException> trouble) {
                if (function.equals(ENROL)) {
                    sizes.add(variables);
                }
            }
        };
    }
}
