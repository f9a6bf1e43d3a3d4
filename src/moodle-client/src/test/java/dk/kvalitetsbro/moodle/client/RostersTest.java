package dk.kvalitetsbro.moodle.client;

import static dk.kvalitetsbro.moodle.client.TestSite.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.fake.CourseSettings;
import dk.kvalitetsbro.moodle.fake.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Before anybody is enrolled it is read who is already, for many courses in one request. */
class RostersTest {
    private static final String TOGETHER = "tool_mobile_call_external_functions";
    private static final String ENROLLED = "core_enrol_get_enrolled_users";
    private static final String ENROL = "enrol_manual_enrol_users";
    private static final long NOBODY = 9_999_999;
    private static final Outcome DONE = new Outcome.Done();

    private final TestSite site = new TestSite(3, 12);

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void twelve_courses_are_read_in_two_requests() {
        var results = site.client(b -> b.parallelCalls(2)).enrolments().enrol(everybodyEverywhere());

        assertTrue(outcomes(results).stream().allMatch(DONE::equals), results::toString);
        assertEquals(2, calls(TOGETHER));
        assertTrue(calls(ENROLLED) <= 2, "only whether the lists are whole");
    }

    @Test
    void whoever_is_on_a_list_is_left_alone() {
        var end = Optional.of(Instant.parse("2027-06-30T22:00:00Z"));
        var client = site.client();
        client.enrolments()
                .enrol(List.of(
                        Enrolment.of(site.people.get(1), site.courses.get(7)).until(end.orElseThrow())));
        var outcomes = outcomes(client.enrolments().enrol(everybodyEverywhere()));

        assertInstanceOf(Outcome.AlreadyEnrolledDatesUnknown.class, outcomes.get(7 * 3 + 1));
        assertEquals(35, outcomes.stream().filter(DONE::equals).count());
        assertEquals(
                end,
                site.moodle
                        .enrolment(site.people.get(1), site.courses.get(7))
                        .orElseThrow()
                        .end());
    }

    @Test
    void courses_that_stop_a_request_cost_nothing_but_their_own_rows() {
        var rows = everybodyEverywhere();
        rows.add(4, Enrolment.of(site.people.get(0), NOBODY));
        rows.add(20, Enrolment.of(site.people.get(0), NOBODY + 1));
        site.moodle.setUp(site.courses.get(9), CourseSettings.USUAL.withSeparateGroups());
        site.moodle.faults().revoke("moodle/site:accessallgroups");
        var results = site.client(b -> b.parallelCalls(1)).enrolments().enrol(rows);

        for (var result : results) {
            var course = result.row().courseId();
            if (course >= NOBODY) {
                assertInstanceOf(Outcome.Refused.class, result.outcome());
            } else if (course == site.courses.get(9)) {
                assertEquals(
                        Obstacle.GROUPS_HIDDEN,
                        assertInstanceOf(Outcome.NotAllowed.class, result.outcome())
                                .obstacle());
            } else {
                assertEquals(DONE, result.outcome());
            }
        }
    }

    @Test
    void a_course_that_is_closed_to_the_token_leaves_the_others_open() throws Exception {
        try (var moodle = new ScriptedMoodle()) {
            moodle.offers(TOGETHER)
                    .answers("{\"responses\":[{\"error\":false,\"data\":\"[]\"},{\"error\":true,\"exception\":"
                            + "\"{\\\"errorcode\\\":\\\"errorcoursecontextnotvalid\\\",\\\"message\\\":\\\"m\\\"}\"}]}")
                    .answers("[]") // any group may be asked for, so that the list is whole
                    .answers("[]") // the third course
                    .answers("null");
            var rows = IntStream.of(11, 12, 13)
                    .mapToObj(course -> Enrolment.of(5, course))
                    .toList();
            var outcomes = outcomes(moodle.client().enrolments().enrol(rows));

            assertEquals(List.of(DONE, DONE), List.of(outcomes.get(0), outcomes.get(2)));
            assertInstanceOf(Outcome.NotAllowed.class, outcomes.get(1));
        }
    }

    @Test
    void trouble_inside_a_request_is_met_again_by_a_call_that_is_repeated() throws Exception {
        try (var moodle = new ScriptedMoodle()) {
            moodle.offers(TOGETHER)
                    .answers("{\"responses\":[{\"error\":true,\"exception\":"
                            + "\"{\\\"errorcode\\\":\\\"dbconnectionfailed\\\",\\\"message\\\":\\\"m\\\"}\"}]}")
                    .answers(502, "<html>")
                    .answers("[]") // the first course
                    .answers("[]") // any group may be asked for
                    .answers("[]") // the second course
                    .answers("null");
            var outcomes =
                    outcomes(moodle.client().enrolments().enrol(List.of(Enrolment.of(5, 11), Enrolment.of(5, 12))));

            assertEquals(List.of(DONE, DONE), outcomes);
        }
    }

    @Test
    void where_no_batches_are_offered_each_course_is_read_by_itself() {
        site.moodle.faults().withhold(TOGETHER);
        var results = site.client(b -> b.parallelCalls(1)).enrolments().enrol(everybodyEverywhere());

        assertTrue(outcomes(results).stream().allMatch(DONE::equals));
        assertEquals(0, calls(TOGETHER));
        assertEquals(12 + 1, calls(ENROLLED), "each list, and whether they are whole");
    }

    @Test
    void people_are_enrolled_while_other_courses_wait_to_be_read() {
        try (var wide = new TestSite(100, 20)) {
            var calls = new ConcurrentLinkedQueue<String>();
            var rows = wide.courses.stream()
                    .flatMap(course -> wide.people.stream().map(person -> Enrolment.of(person, course)))
                    .toList();
            wide.client(b -> b.parallelCalls(1).events(functionsInto(calls)))
                    .enrolments()
                    .enrol(rows);

            var order = new ArrayList<>(calls);
            assertTrue(order.indexOf(ENROL) < order.lastIndexOf(TOGETHER), order::toString);
        }
    }

    @Test
    void a_lost_reply_about_many_courses_is_cleared_up_in_few_requests() {
        site.moodle.faults().next(ENROL, new Fault.CutAfter());
        var outcomes =
                outcomes(site.client(b -> b.parallelCalls(1)).enrolments().enrol(everybodyEverywhere()));

        assertTrue(outcomes.stream().allMatch(DONE::equals), outcomes::toString);
        assertTrue(calls(TOGETHER) < 12, "requests: " + calls(TOGETHER));
        assertEquals(1, calls(ENROLLED), "whether the lists are whole");
    }

    private static MoodleEvents functionsInto(ConcurrentLinkedQueue<String> calls) {
        return new MoodleEvents() {
            @Override
            public void called(String function, int variables, Duration took, Optional<MoodleException> trouble) {
                calls.add(function);
            }
        };
    }

    private List<Enrolment> everybodyEverywhere() {
        return new ArrayList<>(site.courses.stream()
                .flatMap(course -> site.people.stream().map(person -> Enrolment.of(person, course)))
                .toList());
    }

    private int calls(String function) {
        return site.moodle.faults().calls(function);
    }
}
