package dk.kvalitetsbro.surveys;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.organisation.Changes;
import dk.kvalitetsbro.organisation.Problem;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResponseImportTest {
    private static final String CHILDREN =
            """
            response_id,centre_code,group,APU-B1,APU-B3
            r1,C1,CHILD,3,1
            r2,C1,CHILD,,2
            """;

    private SurveyFixture surveys;

    @BeforeEach
    void begin() {
        surveys = new SurveyFixture();
        surveys.rounds.open("2019");
    }

    @AfterEach
    void end() {
        surveys.close();
    }

    @Test
    void answers_are_stored_in_the_order_of_the_questionnaire_whatever_the_order_of_the_columns() {
        surveys.importFile(surveys.responses, "APU-B3,group,APU-B1,centre_code,response_id\n2,CHILD,3,C1,r1\n");
        short[] answers = responses(RespondentGroup.CHILD).get(0).answers();
        assertEquals(38, answers.length);
        assertArrayEquals(new short[] {3, 0, 2, 0}, java.util.Arrays.copyOf(answers, 4));
    }

    @Test
    void an_empty_field_is_a_missing_answer() {
        surveys.importFile(surveys.responses, CHILDREN);
        assertEquals(1, surveys.database.number("select count(*) from surveys.response where answers[1] = 0"));
    }

    @Test
    void contact_pedagogues_come_with_raters_and_parents_with_families() {
        surveys.importFile(
                surveys.responses, "response_id;centre_code;group;rater_id;APU-K1\r\nr1;C1;CONTACT_PEDAGOGUE;k1;4\r\n");
        surveys.importFile(surveys.responses, "response_id,centre_code,group,family_id,APU-F1\nr1,C1,PARENT,f1,5\n");
        assertEquals(
                Optional.of("k1"),
                responses(RespondentGroup.CONTACT_PEDAGOGUE).get(0).rater());
        assertEquals(Optional.of("f1"), responses(RespondentGroup.PARENT).get(0).family());
    }

    @Test
    void the_same_file_twice_changes_nothing() {
        surveys.importFile(surveys.responses, CHILDREN);
        assertEquals(
                new Changes(0, 0, 2), surveys.check(surveys.responses, CHILDREN).changes());
        surveys.importFile(surveys.responses, CHILDREN);
        assertEquals(2, surveys.database.number("select count(*) from surveys.response"));
    }

    @Test
    void a_response_that_was_imported_with_other_answers_is_refused() {
        surveys.importFile(surveys.responses, CHILDREN);
        surveys.assertProblem(
                surveys.responses,
                CHILDREN.replace("r1,C1,CHILD,3", "r1,C1,CHILD,2"),
                new Problem(2, "response_id", "surveys.problem.otherAnswers", "r1", ""));
    }

    @Test
    void a_response_twice_in_the_file_is_refused() {
        surveys.assertProblem(
                surveys.responses,
                CHILDREN + "r1,C1,CHILD,3,1\n",
                new Problem(4, "response_id", "organisation.problem.twice", "r1", "2"));
    }

    @Test
    void an_unknown_centre_is_refused() {
        surveys.assertProblem(
                surveys.responses,
                CHILDREN + "r3,C9,CHILD,3,1\n",
                new Problem(4, "centre_code", "organisation.problem.unknownCentre", "C9", "2019-09-14 – 2019-10-11"));
    }

    @Test
    void a_centre_that_was_not_open_in_the_rounds_period_is_refused() {
        surveys.assertProblem(
                surveys.responses,
                CHILDREN + "r3,C2,CHILD,3,1\n",
                new Problem(4, "centre_code", "surveys.problem.centreClosed", "C2", "2019-09-14 – 2019-10-11"));
    }

    @Test
    void a_value_off_the_scale_is_refused() {
        surveys.assertProblem(
                surveys.responses,
                CHILDREN + "r3,C1,CHILD,4,1\n",
                new Problem(4, "APU-B1", "surveys.problem.offScale", "4", "1–3"));
    }

    @Test
    void a_zero_is_off_the_scale_too() {
        surveys.assertProblem(
                surveys.responses,
                CHILDREN + "r3,C1,CHILD,0,1\n",
                new Problem(4, "APU-B1", "surveys.problem.offScale", "0", "1–3"));
    }

    @Test
    void an_item_of_another_group_is_refused() {
        surveys.assertProblem(
                surveys.responses,
                "response_id,centre_code,group,APU-B1,APU-K1\nr1,C1,CHILD,3,1\n",
                new Problem(1, "APU-K1", "surveys.problem.unknownItem", "", "CHILD"));
    }

    @Test
    void a_file_without_any_item_is_refused() {
        surveys.assertProblem(
                surveys.responses,
                "response_id,centre_code,group\nr1,C1,CHILD\n",
                new Problem(1, "", "surveys.problem.noItems", "", "CHILD"));
    }

    @Test
    void a_missing_header_is_refused() {
        surveys.assertProblem(
                surveys.responses,
                "response_id,group,APU-B1\nr1,CHILD,3\n",
                new Problem(1, "centre_code", "organisation.problem.missingColumn", "", ""));
    }

    @Test
    void contact_pedagogues_without_raters_are_refused() {
        surveys.assertProblem(
                surveys.responses,
                "response_id,centre_code,group,APU-K1\nr1,C1,CONTACT_PEDAGOGUE,4\n",
                new Problem(1, "rater_id", "organisation.problem.missingColumn", "", ""));
    }

    @Test
    void a_row_of_another_group_is_refused() {
        surveys.assertProblem(
                surveys.responses,
                CHILDREN + "r3,C1,PARENT,3,1\n",
                new Problem(4, "group", "surveys.problem.otherGroup", "PARENT", "CHILD"));
    }

    @Test
    void a_group_that_does_not_exist_is_refused() {
        assertEquals(
                "organisation.problem.notAllowed",
                surveys.check(surveys.responses, CHILDREN.replace("CHILD", "BABY"))
                        .problems()
                        .get(0)
                        .kind());
    }

    @Test
    void a_response_id_shaped_like_a_cpr_number_is_refused_and_not_repeated() {
        surveys.assertProblem(
                surveys.responses,
                CHILDREN + "0101121234,C1,CHILD,3,1\n",
                new Problem(4, "response_id", "organisation.problem.cpr", "", ""));
    }

    @Test
    void only_an_open_round_takes_responses() {
        surveys.importFile(surveys.responses, CHILDREN);
        surveys.rounds.close("2019");
        Refusal refusal = assertThrows(Refusal.class, () -> surveys.check(surveys.responses, CHILDREN));
        assertEquals("surveys.import.roundNotOpen", refusal.key());
        assertEquals(List.of(), surveys.responses.rounds());
    }

    private List<Response> responses(RespondentGroup group) {
        List<Response> responses = new ArrayList<>();
        surveys.answers.each("2019", group, responses::add);
        return responses;
    }
}
