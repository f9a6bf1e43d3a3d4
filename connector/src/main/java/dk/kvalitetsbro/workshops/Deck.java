package dk.kvalitetsbro.workshops;

import java.util.List;
import java.util.Optional;

/**
 * The reflection cards with one of them on top.
 *
 * @param number   the top card's place in the deck, from 1
 * @param next     the code of the card that comes after it; after the last comes the first
 * @param previous the code of the card before it
 */
record Deck(Card top, int number, int size, String next, String previous) {

    /** @return the deck with the card asked for on top, else the first one on the topic */
    static Deck of(List<Card> cards, Optional<String> code, Topic topic) {
        int top = code.map(wanted -> position(cards, wanted))
                .filter(position -> position >= 0)
                .orElseGet(() -> first(cards, topic));
        return new Deck(
                cards.get(top),
                top + 1,
                cards.size(),
                at(cards, top + 1).code(),
                at(cards, top - 1).code());
    }

    /** @return the card on the same topic that comes after this one, the first again after the last */
    static Card after(List<Card> cards, String code) {
        Card tried = cards.get(Math.max(0, position(cards, code)));
        List<Card> suit = suit(cards, tried.topic());
        return at(suit, suit.indexOf(tried) + 1);
    }

    /** @return the topic's cards in turn */
    static Card onTopic(List<Card> cards, Topic topic, int turn) {
        return at(suit(cards, topic), turn);
    }

    private static List<Card> suit(List<Card> cards, Topic topic) {
        return cards.stream().filter(card -> card.topic() == topic).toList();
    }

    private static int first(List<Card> cards, Topic topic) {
        return cards.indexOf(suit(cards, topic).get(0));
    }

    private static int position(List<Card> cards, String code) {
        return cards.stream().map(Card::code).toList().indexOf(code);
    }

    private static Card at(List<Card> cards, int index) {
        return cards.get(Math.floorMod(index, cards.size()));
    }
}
