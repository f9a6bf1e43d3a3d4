package dk.kvalitetsbro.explanations;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.access.CentreCode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** "Sådan er det regnet ud": a finding can be explained years later. */
class WorkedOutTest {
    private final Municipality municipality = new Municipality();

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void a_finding_is_explained_when_the_answers_are_gone_and_the_focus_has_moved() {
        lowChildren();
        List<WorkedOut.Steps> told = municipality.workedOut("A", "2019", MAT);
        municipality.focusOn(MAT, false).forgetAnswers("2019");

        assertEquals(told, municipality.workedOut("A", "2019", MAT));
        assertTrue(municipality
                .results()
                .working(new CentreCode("A"), "2019", MAT)
                .orElseThrow()
                .focus());
    }

    @Test
    void every_number_and_every_limit_is_told() {
        lowChildren();

        List<String> children = municipality.workedOut("A", "2019", MAT).get(0).sentences();
        assertEquals(
                "20 svar, 80 % af de inviterede. En konklusion kræver mindst 10 svar og 50 %.",
                children.get(0), children::toString);
        assertTrue(
                children.get(1).startsWith("Gennemsnittet er 15,0 ud af 100, spredningen 23,5."), children::toString);
        assertTrue(children.get(2).contains("(Cronbachs alfa). Mindst 0,60 kræves"), children::toString);
        assertTrue(children.get(3).startsWith("Niveau: 15,0 mod kommunens grænse på 70,0."), children::toString);
        assertTrue(
                children.get(4)
                        .contains("Der er undersøgt ét tal på samme måde, og når der tages højde for det (Holm)"),
                children::toString);
        assertTrue(children.get(5).startsWith("Mod resten af kommunen: −"), children::toString);
    }

    @Test
    void nothing_is_told_of_a_group_that_is_withheld() {
        municipality
                .answers("2019", "A", PARENT, MAT, 1, 2, 3, 4)
                .answers("2019", "A", PEDAGOGUE, MAT, each(20, 1, 2))
                .closeAndPublish("2019");

        assertEquals(
                List.of("Pædagoger"),
                municipality.workedOut("A", "2019", MAT).stream()
                        .map(WorkedOut.Steps::group)
                        .toList());
    }

    @Test
    void alpha_stays_inside_with_the_items_it_is_made_of() {
        for (int i = 0; i < 12; i++) {
            municipality.response("2019", "A", CHILD, MAT, 3, 1 + i % 3, 1 + i % 3);
        }
        municipality.closeAndPublish("2019");

        List<String> sentences = municipality.workedOut("A", "2019", MAT).get(0).sentences();
        assertFalse(sentences.toString().contains("alfa"), sentences::toString);
    }

    @Test
    void nothing_is_told_before_publication() {
        municipality.answers("2019", "A", PEDAGOGUE, MAT, each(20, 1, 2)).close("2019");

        assertEquals(List.of(), municipality.workedOut("A", "2019", MAT));
        assertFalse(
                municipality.results().working(new CentreCode("A"), "2019", MAT).isPresent());
    }

    private void lowChildren() {
        municipality
                .answers("2019", "A", CHILD, MAT, each(20, 1, 1, 2))
                .invite("2019", "A", CHILD, 5)
                .answers("2019", "B", CHILD, MAT, each(40, 2, 3))
                .closeAndPublish("2019");
    }
}
