package dk.kvalitetsbro.surveys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.statistics.RespondentGroup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TurnoutTest {
    private SurveyFixture surveys;
    private Turnout turnout;

    @BeforeEach
    void begin() {
        surveys = new SurveyFixture();
        turnout = new Turnout(surveys.database.jdbi());
        surveys.importFile(surveys.eligible, "round,centre_code,group,count\n2019,C1,PARENT,4\n");
        surveys.rounds.open("2019");
        surveys.importFile(
                surveys.responses,
                """
                response_id,centre_code,group,family_id,APU-F1
                r1,C1,PARENT,f1,3
                r2,C1,PARENT,f1,4
                r3,C1,PARENT,f2,5
                """);
    }

    @AfterEach
    void end() {
        surveys.close();
    }

    @Test
    void parents_are_counted_as_families_while_the_round_is_open() {
        assertEquals(new Turnout.Count("2019", RespondentGroup.PARENT, 3, 2, 4), parents());
        assertEquals(50, parents().rate().orElseThrow());
    }

    @Test
    void families_are_still_known_when_the_answers_are_gone() {
        surveys.rounds.close("2019");
        surveys.database.execute("delete from surveys.response");
        assertEquals(new Turnout.Count("2019", RespondentGroup.PARENT, 3, 2, 4), parents());
    }

    private Turnout.Count parents() {
        return turnout.byRound().get("2019").stream()
                .filter(count -> count.grp() == RespondentGroup.PARENT)
                .findFirst()
                .orElseThrow();
    }
}
