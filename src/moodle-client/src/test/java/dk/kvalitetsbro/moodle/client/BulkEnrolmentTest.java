package dk.kvalitetsbro.moodle.client;

import static dk.kvalitetsbro.moodle.client.TestSite.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.fake.Fault;
import dk.kvalitetsbro.moodle.fake.SiteState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The client's bulk writes, over real sockets, against a site that fails the way Moodle fails. */
class BulkEnrolmentTest {
    private static final String ENROL = "enrol_manual_enrol_users";
    private static final String ENROLLED = "core_enrol_get_enrolled_users";
    private static final long NOBODY = 9_999_999;
    private static final Outcome DONE = new Outcome.Done();
    private static final Outcome ALREADY_ENROLLED = new Outcome.AlreadyEnrolledDatesUnknown();

    private TestSite site;

    @BeforeEach
    void start() {
        site = new TestSite(700, 3);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void people_are_enrolled_and_a_second_time_changes_nothing() {
        var end = Optional.of(Instant.parse("2027-06-30T22:00:00Z"));
        var row = Enrolment.of(site.person(0), site.course(0)).until(end.orElseThrow());

        assertEquals(List.of(DONE), outcomes(site.client().enrolments().enrol(List.of(row))));
        assertEquals(
                List.of(ALREADY_ENROLLED),
                outcomes(site.client().enrolments().enrol(List.of(Enrolment.of(site.person(0), site.course(0))))));
        assertEquals(1, site.enrolCalls());
        assertEquals(
                end,
                site.moodle
                        .enrolment(site.person(0), site.course(0))
                        .orElseThrow()
                        .end());
    }

    @Test
    void no_rows_need_no_calls() {
        assertEquals(List.of(), site.client().enrolments().enrol(List.of()));
        assertEquals(0, site.moodle.faults().calls(ENROLLED));
    }

    @Test
    void each_bad_row_stands_alone_with_its_reason() {
        var rows = new ArrayList<>(site.everybodyIn(site.course(0)));
        rows.set(17, Enrolment.of(NOBODY, site.course(0)));
        rows.set(650, Enrolment.of(NOBODY + 1, site.course(0)));
        var results = site.client().enrolments().enrol(rows);

        for (int i = 0; i < results.size(); i++) {
            assertEquals(rows.get(i), results.get(i).row());
            if (i == 17 || i == 650) {
                var refused =
                        assertInstanceOf(Outcome.Refused.class, results.get(i).outcome());
                assertEquals("invalidrecordunknown", refused.errorCode());
            } else {
                assertEquals(DONE, results.get(i).outcome());
            }
        }
        assertEquals(698, site.moodle.enrolled(site.course(0)));
    }

    @Test
    void an_unknown_course_does_not_block_the_others() {
        var results = site.client()
                .enrolments()
                .enrol(List.of(Enrolment.of(site.person(0), NOBODY), Enrolment.of(site.person(0), site.course(0))));

        assertInstanceOf(Outcome.Refused.class, results.get(0).outcome());
        assertEquals(DONE, results.get(1).outcome());
    }

    @Test
    void the_same_row_twice_is_sent_once_and_a_contradiction_is_refused() {
        var once = Enrolment.of(site.person(0), site.course(0));
        var otherwise = Enrolment.of(site.person(0), site.course(0)).from(Instant.now());
        var outcomes = outcomes(site.client().enrolments().enrol(List.of(once, once, otherwise)));

        assertEquals(List.of(DONE, DONE), outcomes.subList(0, 2));
        assertEquals(
                "conflictingrow",
                assertInstanceOf(Outcome.Refused.class, outcomes.get(2)).errorCode());
    }

    @Test
    void after_a_cut_connection_the_rows_are_sent_again() {
        site.moodle.faults().next(ENROL, new Fault.CutBefore());
        site.moodle.faults().next(ENROL, Fault.html(502));
        site.moodle.faults().next(ENROL, new Fault.HalfReply());
        var results = site.client().enrolments().enrol(site.everybodyIn(site.course(0)));

        assertTrue(outcomes(results).stream().allMatch(DONE::equals));
        assertEquals(700, site.moodle.enrolled(site.course(0)));
    }

    @Test
    void trouble_that_stays_leaves_rows_unknown_and_later_ones_can_be_sent_again() {
        site.moodle.faults().next(ENROL, 100, new Fault.CutBefore());
        var rows = site.everybodyIn(site.course(0));
        var results = site.client(b -> b.parallelCalls(1)).enrolments().enrol(rows);

        for (var result : results) {
            var unknown = assertInstanceOf(Outcome.Unknown.class, result.outcome());
            assertInstanceOf(MoodleException.Unclear.class, unknown.why());
        }
        assertEquals(4, site.enrolCalls());
        assertEquals(3, site.clock.pauses.size());

        site.moodle.faults().clear();
        assertTrue(outcomes(site.client().enrolments().enrol(rows)).stream().allMatch(DONE::equals));
    }

    @Test
    void a_site_in_maintenance_leaves_every_row_unknown() {
        site.moodle.faults().siteIs(SiteState.MAINTENANCE);
        var outcome = site.client()
                .enrolments()
                .enrol(List.of(Enrolment.of(site.person(0), site.course(0))))
                .get(0)
                .outcome();

        assertInstanceOf(
                MoodleException.Unavailable.class,
                assertInstanceOf(Outcome.Unknown.class, outcome).why());
        assertEquals(0, site.moodle.enrolled(site.course(0)));
    }

    @Test
    void a_token_that_dies_midway_leaves_the_rest_unknown_and_says_why() {
        site.moodle.faults().next(ENROL, Fault.exception("e", "accessexception", "Access control exception"));
        var rows = List.of(Enrolment.of(site.person(0), site.course(0)), Enrolment.of(site.person(0), site.course(1)));
        var results = site.client(b -> b.parallelCalls(1)).enrolments().enrol(rows);

        for (var result : results) {
            var unknown = assertInstanceOf(Outcome.Unknown.class, result.outcome());
            assertInstanceOf(MoodleException.NotAllowed.class, unknown.why());
        }
        assertEquals(1, site.moodle.faults().calls(ENROL));
    }

    @Test
    void people_are_unenrolled_and_those_who_were_not_enrolled_are_left_alone() {
        var client = site.client();
        client.enrolments()
                .enrol(List.of(
                        Enrolment.of(site.person(0), site.course(0)), Enrolment.of(site.person(1), site.course(0))));
        site.moodle.faults().next("enrol_manual_unenrol_users", new Fault.CutAfter());
        var results = client.enrolments()
                .unenrol(List.of(
                        new Unenrolment(site.person(0), site.course(0)),
                        new Unenrolment(site.person(2), site.course(0))));

        assertEquals(List.of(DONE, new Outcome.AlreadySo()), outcomes(results));
        assertTrue(site.moodle.enrolment(site.person(0), site.course(0)).isEmpty());
        assertTrue(site.moodle.enrolment(site.person(1), site.course(0)).isPresent());
    }

    @Test
    void callers_at_the_same_time_each_get_a_true_answer() throws Exception {
        var client = site.client();
        var threads = new ArrayList<Thread>();
        var trouble = new ConcurrentLinkedQueue<Outcome>();
        for (int i = 0; i < 4; i++) {
            var thread = new Thread(() -> outcomes(client.enrolments().enrol(site.everybodyIn(site.course(0)))).stream()
                    .filter(outcome -> !outcome.equals(DONE) && !outcome.equals(ALREADY_ENROLLED))
                    .forEach(trouble::add));
            thread.start();
            threads.add(thread);
        }
        for (var thread : threads) {
            thread.join();
        }
        assertTrue(trouble.isEmpty(), trouble::toString);
        assertEquals(700, site.moodle.enrolled(site.course(0)));
    }

    @Test
    void enrolling_again_without_the_client_erases_dates_as_moodle_does() {
        var end = Optional.of(Instant.parse("2027-06-30T22:00:00Z"));
        site.client()
                .enrolments()
                .enrol(List.of(Enrolment.of(site.person(0), site.course(0)).until(end.orElseThrow())));
        blindly(site.client(), "suspend", 1);
        assertTrue(site.moodle
                .enrolment(site.person(0), site.course(0))
                .orElseThrow()
                .suspended());

        blindly(site.client(), "timestart", 0);
        var enrolment = site.moodle.enrolment(site.person(0), site.course(0)).orElseThrow();
        assertEquals(Optional.empty(), enrolment.end());
        assertFalse(enrolment.suspended());
    }

    @Test
    void one_bad_row_undoes_a_whole_call_at_the_site() {
        var params = Params.none();
        for (int i = 0; i < 2; i++) {
            params.add("enrolments[" + i + "][roleid]", 5)
                    .add("enrolments[" + i + "][userid]", i == 0 ? site.person(0) : NOBODY)
                    .add("enrolments[" + i + "][courseid]", site.course(0));
        }
        assertThrows(MoodleException.Refused.class, () -> site.client().call(ENROL, params, Object.class));
        assertEquals(0, site.moodle.enrolled(site.course(0)));
    }

    private void blindly(MoodleClient client, String field, long value) {
        var params = Params.none()
                .add("enrolments[0][roleid]", 5)
                .add("enrolments[0][userid]", site.person(0))
                .add("enrolments[0][courseid]", site.course(0))
                .add("enrolments[0][" + field + "]", value);
        client.call(ENROL, params, Object.class);
    }
}
