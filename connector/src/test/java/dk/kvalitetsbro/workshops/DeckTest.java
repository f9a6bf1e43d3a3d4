package dk.kvalitetsbro.workshops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.web.Bilingual;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeckTest {
    private static final Card TASK = card("A", Topic.CORE_TASK);
    private static final Card NATION = card("B", Topic.NATIONAL);
    private static final Card LAW = card("C", Topic.NATIONAL);
    private static final List<Card> CARDS = List.of(TASK, NATION, LAW);

    @Test
    void the_card_asked_for_lies_on_top() {
        assertEquals(new Deck(LAW, 3, 3, "A", "B"), Deck.of(CARDS, Optional.of("C"), Topic.CORE_TASK));
    }

    @Test
    void without_a_card_asked_for_the_first_on_the_topic_lies_on_top() {
        assertEquals(NATION, Deck.of(CARDS, Optional.empty(), Topic.NATIONAL).top());
        assertEquals(
                NATION,
                Deck.of(CARDS, Optional.of("no such card"), Topic.NATIONAL).top());
    }

    @Test
    void after_the_last_card_comes_the_first_and_before_the_first_the_last() {
        assertEquals("C", Deck.of(CARDS, Optional.of("A"), Topic.NATIONAL).previous());
        assertEquals(LAW, Deck.after(CARDS, "B"));
        assertEquals(NATION, Deck.after(CARDS, "C"));
    }

    @Test
    void a_topics_cards_come_in_turn() {
        assertEquals(NATION, Deck.onTopic(CARDS, Topic.NATIONAL, 0));
        assertEquals(LAW, Deck.onTopic(CARDS, Topic.NATIONAL, 1));
        assertEquals(NATION, Deck.onTopic(CARDS, Topic.NATIONAL, 2));
    }

    private static Card card(String code, Topic topic) {
        return new Card(code, topic, new Bilingual(code, code));
    }
}
