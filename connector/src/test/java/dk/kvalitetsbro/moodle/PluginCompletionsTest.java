package dk.kvalitetsbro.moodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.Assignments.Lost;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.competence.CompletionSource.Completion;
import dk.kvalitetsbro.competence.CompletionSource.Taken;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.Unenrolment;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the poll hears from a Moodle with the plugin when no event tells it. */
class PluginCompletionsTest {
    private static final PersonKey MAJA = new PersonKey("p1");
    private static final PersonKey KAREN = new PersonKey("p2");
    private static final String NEWS = "local_kvalitetsbro_get_completions";

    private final RunningMoodle running = RunningMoodle.withPlugin(MoodleVersion.V5_1);
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final MovableClock clock = new MovableClock();
    private final Readings readings = new Readings(jdbi, clock);
    private final Moodle moodle = running.moodle();
    private final MoodleCompletions completions = new MoodleCompletions(
            moodle,
            RunningMoodle.site(jdbi, "here"),
            new KnownAccounts(RunningMoodle.accounts(jdbi), clock),
            new CompletionRounds(clock),
            new Silences(jdbi, clock),
            readings);
    private final Taken maja = new Taken(MAJA, running.numbers);
    private final Taken karen = new Taken(KAREN, running.numbers);

    @BeforeEach
    void enrol() {
        RunningMoodle.platform(jdbi, moodle)
                .enrol(List.of(
                        RunningMoodle.enrolment(1, MAJA, running.numbers),
                        RunningMoodle.enrolment(2, KAREN, running.numbers)));
    }

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void one_call_tells_what_is_new_of_all_who_were_asked_about_before() {
        assertEquals(List.of(), told(maja, karen));
        running.site.complete(running.karen, running.numbers);
        int before = running.site.faults().calls();

        assertEquals(List.of(KAREN), told(maja, karen));
        assertEquals(before + 1, running.site.faults().calls());

        assertEquals(List.of(), told(maja));
        assertEquals(2, running.site.faults().calls(NEWS));
    }

    @Test
    void what_somebody_completed_before_they_came_in_is_told() {
        assertEquals(List.of(), told(karen));
        running.site.complete(running.maja, running.numbers);
        assertEquals(List.of(), told(karen), "Maja takes no course yet");

        assertEquals(List.of(MAJA), told(maja, karen));
    }

    @Test
    void who_was_away_meanwhile_is_asked_about_anew() {
        told(maja, karen);
        running.site.complete(running.maja, running.numbers);
        assertEquals(List.of(), told(karen));

        assertEquals(List.of(MAJA), told(maja, karen));
    }

    @Test
    void everybody_is_asked_about_now_and_then_which_tells_of_ended_enrolments() {
        told(maja, karen);
        moodle.ask(client -> client.enrolments().unenrol(List.of(new Unenrolment(running.maja, running.numbers))));
        assertEquals(List.of(), completions.of(List.of(maja, karen)).lost());

        clock.move(CompletionRounds.IN_FULL);
        assertEquals(
                List.of(new Lost(MAJA, running.numbers, Result.ENROLMENT_ENDED)),
                completions.of(List.of(maja, karen)).lost());
    }

    @Test
    void a_clock_that_runs_ahead_of_moodles_costs_no_completion() {
        clock.move(Duration.ofDays(1000));
        assertEquals(List.of(), told(maja));
        running.site.complete(running.maja, running.numbers);

        clock.move(Duration.ofSeconds(1));
        assertEquals(List.of(), told(maja));
        assertTrue(readings.newest(Subject.COMPLETIONS).lastOneFailed());
        assertEquals(List.of(MAJA), told(maja));
    }

    private List<PersonKey> told(Taken... taken) {
        return completions.of(List.of(taken)).completed().stream()
                .map(Completion::person)
                .toList();
    }
}
