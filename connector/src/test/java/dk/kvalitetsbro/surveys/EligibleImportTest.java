package dk.kvalitetsbro.surveys;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.Changes;
import dk.kvalitetsbro.organisation.Problem;
import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EligibleImportTest {
    private static final String INVITED =
            """
            round,centre_code,group,count
            2019,C1,CHILD,25
            2019,C1,LEADER,1
            """;

    private SurveyFixture surveys;

    @BeforeEach
    void begin() {
        surveys = new SurveyFixture();
    }

    @AfterEach
    void end() {
        surveys.close();
    }

    @Test
    void the_invited_are_known_by_round_centre_and_group() {
        surveys.importFile(surveys.eligible, INVITED);
        assertEquals(Map.of(new CentreCode("C1"), 25), surveys.answers.eligible("2019", RespondentGroup.CHILD));
    }

    @Test
    void a_count_can_be_corrected_until_the_round_closes() {
        surveys.importFile(surveys.eligible, INVITED);
        String corrected = INVITED.replace("25", "26");
        assertEquals(
                new Changes(0, 1, 1), surveys.check(surveys.eligible, corrected).changes());
        surveys.importFile(surveys.eligible, corrected);
        assertEquals(26, surveys.database.number("select max(invited) from surveys.eligible"));
    }

    @Test
    void a_closed_round_keeps_its_counts() {
        surveys.database.execute("update surveys.round set state = 'CLOSED', closed = now()");
        surveys.assertProblem(
                surveys.eligible,
                "round,centre_code,group,count\n2019,C1,CHILD,25\n",
                new Problem(2, "round", "surveys.problem.roundClosed", "2019", ""));
    }

    @Test
    void an_unknown_round_is_refused() {
        surveys.assertProblem(
                surveys.eligible,
                INVITED + "2018,C1,CHILD,25\n",
                new Problem(4, "round", "surveys.problem.unknownRound", "2018", ""));
    }

    @Test
    void a_centre_that_was_not_open_in_the_rounds_period_is_refused() {
        surveys.assertProblem(
                surveys.eligible,
                INVITED + "2019,C2,CHILD,25\n",
                new Problem(4, "centre_code", "surveys.problem.centreClosed", "C2", "2019-09-14 – 2019-10-11"));
    }

    @Test
    void the_same_centre_and_group_twice_is_refused() {
        surveys.assertProblem(
                surveys.eligible,
                INVITED + "2019,C1,CHILD,24\n",
                new Problem(4, "centre_code", "organisation.problem.twice", "C1", "2"));
    }

    @Test
    void a_count_below_zero_is_refused() {
        surveys.assertProblem(
                surveys.eligible,
                INVITED + "2019,C1,PARENT,-1\n",
                new Problem(4, "count", "organisation.problem.notACount", "-1", "0–100000"));
    }
}
