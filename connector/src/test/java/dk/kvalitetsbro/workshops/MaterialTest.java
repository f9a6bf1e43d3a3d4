package dk.kvalitetsbro.workshops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MaterialTest {
    private final Group group = new Group();

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void a_new_municipality_has_something_to_begin_with() {
        assertFalse(group.material.formalCoreTask().da().isBlank());
        assertFalse(group.material.formalCoreTask().en().isBlank());
        assertEquals(4, group.material.values().size());
    }

    @Test
    void the_deck_has_cards_on_every_topic() {
        assertEquals(24, group.material.cards().size());
        assertEquals(
                Set.of(Topic.values()),
                group.material.cards().stream().map(Card::topic).collect(Collectors.toSet()));
    }
}
