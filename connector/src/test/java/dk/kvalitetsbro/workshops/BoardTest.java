package dk.kvalitetsbro.workshops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.themes.Goal;
import dk.kvalitetsbro.themes.Level;
import dk.kvalitetsbro.web.Refusal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoardTest {
    private final Group group = new Group();

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void ready_goals_keep_their_level_source_and_both_languages() {
        group.bubbles.addGoals(group.workshop(), List.of("G02", "G18"));

        List<Bubble> board = group.bubbles.of(group.workshop());
        assertEquals(
                List.of(Level.INTERNATIONAL, Level.MUNICIPAL),
                board.stream().map(Bubble::level).toList());
        assertEquals(
                "The child has a right to be heard and taken seriously",
                board.get(0).text().en());
        assertEquals(Optional.of("FN's Børnekonvention art. 12"), board.get(0).source());
    }

    @Test
    void a_goal_is_on_the_board_once_until_it_is_taken_off() {
        group.bubbles.addGoals(group.workshop(), List.of("G02"));
        group.bubbles.addGoals(group.workshop(), List.of("G02", "G12"));
        assertEquals(2, board().size());

        group.bubbles.remove(group.workshop(), board().get(0).id());
        group.bubbles.addGoals(group.workshop(), List.of("G02"));
        assertEquals(2, board().size());
    }

    @Test
    void choosing_no_goal_is_refused() {
        assertThrows(Refusal.class, () -> group.bubbles.addGoals(group.workshop(), List.of()));
    }

    @Test
    void goals_on_the_board_are_not_offered_again() {
        group.bubbles.addGoals(group.workshop(), List.of("G21"));

        Ring ours = Ring.of(board(), group.goals.pursued()).get(3);

        assertEquals(Level.INSTITUTION, ours.level());
        assertEquals(1, ours.bubbles().size());
        assertEquals(
                List.of("G22", "G23", "G24"),
                ours.goals().stream().map(Goal::code).toList());
    }

    @Test
    void an_archived_goal_is_offered_no_more_but_stays_on_boards_with_the_words_it_had() {
        group.bubbles.addGoals(group.workshop(), List.of("G21"));
        String words = board().get(0).text().da();

        group.goals.archive("G21");
        group.goals.archive("G22");

        assertEquals(words, board().get(0).text().da());
        assertEquals(
                List.of("G23", "G24"),
                Ring.of(board(), group.goals.pursued()).get(3).goals().stream()
                        .map(Goal::code)
                        .toList());
        assertThrows(Refusal.class, () -> group.bubbles.addGoals(group.workshop(), List.of("G22")));
    }

    @Test
    void two_who_change_the_same_bubble_do_not_overwrite_each_other() {
        long bubble = group.bubble("Garderoben");
        group.bubbles.change(group.workshop(), bubble, 1, "Garderoben om morgenen");

        assertThrows(Refusal.class, () -> group.bubbles.change(group.workshop(), bubble, 1, "Ro i garderoben"));

        assertEquals("Garderoben om morgenen", board().get(0).text().da());
    }

    @Test
    void a_bubble_of_another_workshop_cannot_be_changed_or_linked() {
        long bubble = group.bubble("Garderoben");
        Workshop other = group.workshops.start(Group.SOLSIKKEN, Forum.LEADERS, "Noget andet");

        assertThrows(Refusal.class, () -> group.bubbles.change(other, bubble, 1, "Kapret"));
        assertThrows(
                Refusal.class, () -> group.links.add(other, bubble, Optional.empty(), Link.Kind.SUPPORTS, "Fordi"));
    }

    @Test
    void a_bubble_is_flagged_until_it_is_linked_to_the_core_task_itself() {
        long garderobe = group.bubble("Garderoben");
        long skov = group.bubble("Skoven");
        group.links.add(group.workshop(), garderobe, Optional.of(skov), Link.Kind.CONFLICTS, "Alle er i skoven");
        assertFalse(board().get(0).linked());

        group.links.add(group.workshop(), garderobe, Optional.empty(), Link.Kind.SUPPORTS, "Her bliver barnet set");
        assertTrue(board().get(0).linked());
        assertFalse(board().get(1).linked());
    }

    @Test
    void a_link_says_what_a_bubble_does_to_another_one_and_why() {
        long garderobe = group.bubble("Garderoben");
        long skov = group.bubble("Skoven");

        group.links.add(group.workshop(), skov, Optional.of(garderobe), Link.Kind.CONFLICTS, "Alle er i skoven");

        Link link = group.links.of(group.workshop()).get(0);
        assertEquals("Skoven", link.bubble().da());
        assertEquals("Garderoben", link.towards().orElseThrow().da());
        assertEquals("Alle er i skoven", link.reason());
        assertThrows(
                Refusal.class, () -> group.links.add(group.workshop(), skov, Optional.empty(), Link.Kind.SUPPORTS, ""));
    }

    @Test
    void a_bubble_cannot_be_linked_to_itself() {
        long bubble = group.bubble("Garderoben");

        var refusal = assertThrows(
                Refusal.class,
                () -> group.links.add(group.workshop(), bubble, Optional.of(bubble), Link.Kind.SUPPORTS, "Fordi"));

        assertEquals("workshops.links.toItself", refusal.key());
    }

    @Test
    void a_link_leaves_the_board_with_either_of_its_bubbles() {
        long garderobe = group.bubble("Garderoben");
        long skov = group.bubble("Skoven");
        group.links.add(group.workshop(), garderobe, Optional.of(skov), Link.Kind.CONFLICTS, "Alle er i skoven");

        group.bubbles.remove(group.workshop(), skov);

        assertEquals(List.of(), group.links.of(group.workshop()));
        assertThrows(
                Refusal.class,
                () -> group.links.add(
                        group.workshop(), garderobe, Optional.of(skov), Link.Kind.SUPPORTS, "Den er væk"));
    }

    @Test
    void a_link_can_be_changed_once_from_each_wording_and_removed() {
        long bubble = group.bubble("Garderoben");
        group.links.add(group.workshop(), bubble, Optional.empty(), Link.Kind.SUPPORTS, "Her bliver barnet set");
        long link = group.links.of(group.workshop()).get(0).id();

        group.links.change(group.workshop(), link, 1, Link.Kind.CONFLICTS, "Der er for travlt");
        assertEquals(
                Link.Kind.CONFLICTS, group.links.of(group.workshop()).get(0).kind());
        assertThrows(
                Refusal.class, () -> group.links.change(group.workshop(), link, 1, Link.Kind.SUPPORTS, "For sent"));

        group.links.remove(group.workshop(), link);
        assertEquals(List.of(), group.links.of(group.workshop()));
    }

    private List<Bubble> board() {
        return group.bubbles.of(group.workshop());
    }
}
