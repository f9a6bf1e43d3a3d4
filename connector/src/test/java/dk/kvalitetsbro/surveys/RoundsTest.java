package dk.kvalitetsbro.surveys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RoundsTest {
    private static final Thresholds STRICTER = new Thresholds(7, 12, 0.6, 0.7, 72, 88, 25, 22, 18, 0.01, 0.99, 6, 3);

    private SurveyFixture surveys;
    private Rounds rounds;

    @BeforeEach
    void begin() {
        surveys = new SurveyFixture();
        rounds = surveys.rounds;
    }

    @AfterEach
    void end() {
        surveys.close();
    }

    @Test
    void a_round_is_planned_opened_closed_and_published() {
        assertState(Round.State.PLANNED);
        rounds.open("2019");
        assertState(Round.State.OPEN);
        respond();
        rounds.close("2019");
        assertState(Round.State.CLOSED);
        rounds.publish("2019");
        assertState(Round.State.PUBLISHED);
        assertEquals(List.of(new RoundClosed("2019")), surveys.closed.all());
        assertEquals(List.of(new RoundPublished("2019")), surveys.published.all());
    }

    @Test
    void a_round_never_skips_a_state_and_never_goes_back() {
        assertRefused("surveys.round.notOPEN", () -> rounds.close("2019"));
        assertRefused("surveys.round.notCLOSED", () -> rounds.publish("2019"));
        rounds.open("2019");
        assertRefused("surveys.round.notPLANNED", () -> rounds.open("2019"));
        assertRefused("surveys.round.notCLOSED", () -> rounds.publish("2019"));
    }

    @Test
    void thresholds_are_the_municipalitys_own_until_the_round_opens() {
        assertEquals(Thresholds.standard(), rounds.thresholds("2019"));
        rounds.setThresholds("2019", STRICTER);
        assertEquals(STRICTER, rounds.thresholds("2019"));
    }

    @Test
    void thresholds_are_locked_once_the_round_has_opened() {
        rounds.open("2019");
        assertRefused("surveys.thresholds.locked", () -> rounds.setThresholds("2019", STRICTER));
        assertEquals(Thresholds.standard(), rounds.thresholds("2019"));
    }

    @Test
    void a_round_without_responses_does_not_close() {
        rounds.open("2019");
        assertRefused("surveys.round.noResponses", () -> rounds.close("2019"));
        assertEquals(List.of(), surveys.closed.all());
    }

    @Test
    void published_rounds_come_oldest_first_and_the_newest_is_known() {
        rounds.plan("2017", "Kortlægning 2017", LocalDate.of(2017, 9, 14), LocalDate.of(2017, 10, 11));
        surveys.database.execute("update surveys.round set state = 'PUBLISHED', closed = now()");
        assertEquals(
                List.of("2017", "2019"),
                rounds.published().stream().map(Round::code).toList());
        assertEquals("2019", rounds.newestPublished().orElseThrow().code());
    }

    @Test
    void a_rounds_code_is_used_once() {
        assertRefused(
                "surveys.round.codeTaken",
                () -> rounds.plan("2019", "Igen", LocalDate.of(2020, 1, 1), LocalDate.of(2020, 2, 1)));
    }

    @Test
    void a_round_that_closes_before_it_opens_is_refused() {
        assertRefused(
                "surveys.round.closesBeforeItOpens",
                () -> rounds.plan("2021", "Baglæns", LocalDate.of(2021, 2, 1), LocalDate.of(2021, 1, 31)));
    }

    @Test
    void every_step_leaves_a_line_in_the_log() {
        rounds.open("2019");
        respond();
        rounds.close("2019");
        rounds.publish("2019");
        assertEquals(4, surveys.database.number("select count(*) from access.audit where subject = '2019'"));
    }

    private void respond() {
        surveys.importFile(surveys.responses, "response_id,centre_code,group,APU-B1\nr1,C1,CHILD,3\n");
    }

    private void assertState(Round.State state) {
        assertEquals(state, rounds.find("2019").orElseThrow().state());
    }

    private static void assertRefused(String key, Executable step) {
        assertEquals(key, assertThrows(Refusal.class, step).key());
    }
}
