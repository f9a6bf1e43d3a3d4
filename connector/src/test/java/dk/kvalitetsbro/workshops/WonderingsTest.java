package dk.kvalitetsbro.workshops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.web.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WonderingsTest {
    private final Group group = new Group();

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void a_card_on_the_topic_comes_before_the_leader() {
        group.question("Hvorfor måler vi?");

        assertEquals(Wondering.State.TRYING_A_CARD, wondering().state());
        assertEquals("RK08", wondering().card());
        assertEquals(List.of(), group.wonderings.unanswered(Group.SOLSIKKEN));
    }

    @Test
    void another_card_on_the_topic_can_be_tried() {
        long question = group.question("Hvorfor måler vi?");

        group.wonderings.tryAnotherCard(group.workshop(), question, "RK08");
        assertEquals("RK09", wondering().card());

        group.wonderings.tryAnotherCard(group.workshop(), question, "RK08");
        assertEquals("RK09", wondering().card());
    }

    @Test
    void a_question_that_the_card_made_sense_of_does_not_bother_the_leader() {
        group.wonderings.cardMadeSense(group.workshop(), group.question("Hvorfor måler vi?"));

        assertEquals(Wondering.State.MADE_SENSE, wondering().state());
        assertEquals(List.of(), group.wonderings.unanswered(Group.SOLSIKKEN));
    }

    @Test
    void what_the_card_did_not_solve_reaches_the_leader_and_the_answer_returns() {
        long question = group.question("Hvorfor måler vi?");
        group.wonderings.askLeader(group.workshop(), question);

        var waiting = group.wonderings.unanswered(Group.SOLSIKKEN).get(0);
        assertEquals("Hvorfor måler vi?", waiting.question());
        assertEquals("Overgange", waiting.workshop());
        assertEquals(Wondering.State.WITH_LEADER, wondering().state());

        group.wonderings.answer(Group.SOLSIKKEN, question, "Fordi byrådet har bedt om det");
        assertEquals(List.of(), group.wonderings.unanswered(Group.SOLSIKKEN));
        assertEquals(Wondering.State.ANSWERED, wondering().state());
        assertEquals(Optional.of("Fordi byrådet har bedt om det"), wondering().answer());
    }

    @Test
    void the_leader_may_answer_better_later_and_the_same_answer_twice_is_one() {
        long question = group.question("Hvorfor måler vi?");
        group.wonderings.askLeader(group.workshop(), question);
        group.wonderings.answer(Group.SOLSIKKEN, question, "Det ved jeg ikke endnu");
        group.wonderings.answer(Group.SOLSIKKEN, question, "Fordi byrådet har bedt om det");
        group.wonderings.answer(Group.SOLSIKKEN, question, "Det ved jeg ikke endnu");

        assertEquals(Optional.of("Fordi byrådet har bedt om det"), wondering().answer());
    }

    @Test
    void a_question_may_go_to_the_leader_after_all_but_does_not_come_back_unanswered() {
        long question = group.question("Hvorfor måler vi?");
        group.wonderings.cardMadeSense(group.workshop(), question);
        group.wonderings.askLeader(group.workshop(), question);

        assertThrows(Refusal.class, () -> group.wonderings.cardMadeSense(group.workshop(), question));

        assertEquals(Wondering.State.WITH_LEADER, wondering().state());
    }

    @Test
    void a_leader_answers_only_what_was_asked_at_the_leaders_own_centre() {
        long asked = group.question("Hvorfor måler vi?");
        group.wonderings.askLeader(group.workshop(), asked);
        long unasked = group.question("Hvornår er det leg?");

        assertFalse(group.wonderings.answer(Group.ENGEN, asked, "Svar"));
        assertFalse(group.wonderings.answer(Group.SOLSIKKEN, unasked, "Svar"));
        assertTrue(group.wonderings.answer(Group.SOLSIKKEN, asked, "Svar"));
        assertEquals(List.of(), group.wonderings.unanswered(Group.ENGEN));
    }

    @Test
    void questions_on_the_same_topic_get_different_cards() {
        group.question("Hvorfor måler vi?");
        String first = wondering().card();
        group.question("Hvornår er det leg?");

        assertNotEquals(first, wondering().card());
    }

    private Wondering wondering() {
        return group.wonderings.of(group.workshop()).get(0);
    }
}
