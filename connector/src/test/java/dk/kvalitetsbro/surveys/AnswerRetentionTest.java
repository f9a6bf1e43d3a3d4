package dk.kvalitetsbro.surveys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.statistics.RespondentGroup;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnswerRetentionTest {
    private SurveyFixture surveys;

    @BeforeEach
    void begin() {
        surveys = new SurveyFixture();
        surveys.rounds.open("2019");
        surveys.importFile(surveys.responses, "response_id,centre_code,group,APU-B1\nr1,C1,CHILD,3\n");
    }

    @AfterEach
    void end() {
        surveys.close();
    }

    @Test
    void answers_of_an_open_round_are_kept_however_long_it_is_open() {
        retentionRunsAfter(Duration.ofDays(400));
        assertEquals(1, answers());
    }

    @Test
    void answers_are_kept_to_the_end_of_the_retention() {
        surveys.rounds.close("2019");
        retentionRunsAfter(Duration.ofDays(30).minusSeconds(1));
        assertEquals(1, answers());
    }

    @Test
    void answers_are_deleted_when_the_retention_ends() {
        surveys.rounds.close("2019");
        retentionRunsAfter(Duration.ofDays(30).plusSeconds(1));
        assertEquals(0, answers());
    }

    @Test
    void how_many_answered_is_known_after_the_answers_are_gone() {
        surveys.rounds.close("2019");
        retentionRunsAfter(Duration.ofDays(31));
        Turnout.Count children =
                new Turnout(surveys.database.jdbi()).byRound().get("2019").get(0);
        assertEquals(new Turnout.Count("2019", RespondentGroup.CHILD, 1, 0, 0), children);
    }

    private void retentionRunsAfter(Duration time) {
        Clock later = Clock.fixed(SurveyFixture.NOW.plus(time), ZoneOffset.UTC);
        new AnswerRetention(surveys.answers, later, 30).deleteWhatMayNoLongerBeKept();
    }

    private long answers() {
        return surveys.database.number("select count(*) from surveys.response");
    }
}
