package dk.kvalitetsbro.workshops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrioritiesTest {
    private static final ThemeCode MATHEMATICS = new ThemeCode("MAT");
    private static final Argument CURIOUS = Argument.citing("NYSGERRIGHED", "Børnene spørger selv til tal");

    private final Group group = new Group();

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void a_priority_becomes_a_need_on_its_theme() {
        prioritise("Tal i hverdagen");

        Need need =
                group.priorities.raised(group.workshop()).values().iterator().next();
        assertEquals(Need.Source.PRIORITY, need.source());
        assertEquals(Long.toString(priorities().get(0).id()), need.sourceRef());
        assertEquals(MATHEMATICS, need.theme().code());
        assertTrue(need.reason().da().contains("Tal i hverdagen"), need.reason().da());
        assertTrue(
                need.reason().en().contains("Børnene spørger selv til tal"),
                need.reason().en());
    }

    @Test
    void other_words_reach_the_need_which_stays_the_same() {
        prioritise("Tal i hverdagen");
        long need = group.needs.of(Group.SOLSIKKEN).get(0).id();

        group.priorities.change(group.workshop(), priorities().get(0).id(), 1, "Mønstre i hverdagen", CURIOUS);

        Need changed = group.needs.of(Group.SOLSIKKEN).get(0);
        assertEquals(need, changed.id());
        assertTrue(
                changed.reason().da().contains("Mønstre i hverdagen"),
                changed.reason().da());
    }

    @Test
    void a_theme_of_the_municipalitys_own_can_be_given_priority_until_it_ends() {
        var town = new SmallTown(group.jdbi);
        town.ownTheme("DIGITAL", LocalDate.parse("2026-06-01")).ownTheme("FORBI", LocalDate.parse("2026-05-31"));

        prioritise("Skabe med skærme", new ThemeCode("DIGITAL"));

        assertEquals(
                new ThemeCode("DIGITAL"),
                group.needs.of(Group.SOLSIKKEN).get(0).theme().code());
        assertThrows(Refusal.class, () -> prioritise("For sent", new ThemeCode("FORBI")));
    }

    @Test
    void an_argument_cites_the_core_task_or_a_value() {
        assertEquals(
                "workshops.priorities.citesNothing",
                assertThrows(Refusal.class, () -> Argument.citing("", "Det synes jeg"))
                        .key());
        assertThrows(Refusal.class, () -> Argument.citing("MOD", ""));
        assertThrows(Refusal.class, () -> prioritise("Ro", Argument.citing("HASTVÆRK", "Fordi")));
    }

    @Test
    void a_core_task_that_is_not_written_yet_cannot_be_cited() {
        Argument argument = Argument.citing(Argument.CORE_TASK, "Så mærker barnet det");
        assertEquals(
                "workshops.priorities.noCoreTask",
                assertThrows(Refusal.class, () -> prioritise("Ro", argument)).key());

        group.hasCoreTask();
        prioritise("Ro", argument);
        assertEquals(argument, priorities().get(0).argument());
    }

    @Test
    void a_theme_that_does_not_exist_is_refused() {
        assertThrows(
                Refusal.class,
                () -> group.priorities.add(group.workshop(), "Ro", new ThemeCode("RO"), Optional.empty(), CURIOUS));
    }

    @Test
    void the_bubble_it_came_from_must_be_on_the_board() {
        long bubble = group.bubble("Garderoben");
        group.priorities.add(group.workshop(), "Ro", MATHEMATICS, Optional.of(bubble), CURIOUS);
        assertEquals(Optional.of(bubble), priorities().get(0).bubble());

        group.bubbles.remove(group.workshop(), bubble);
        assertThrows(
                Refusal.class,
                () -> group.priorities.add(group.workshop(), "Ro", MATHEMATICS, Optional.of(bubble), CURIOUS));
    }

    @Test
    void new_priorities_come_last_and_neighbours_change_places() {
        prioritise("Først");
        prioritise("Så");
        prioritise("Sidst");
        assertEquals(List.of("Først", "Så", "Sidst"), order());

        group.priorities.swap(
                group.workshop(), priorities().get(1).id(), priorities().get(2).id());
        assertEquals(List.of("Først", "Sidst", "Så"), order());
        assertEquals(List.of(1, 2, 3), priorities().stream().map(Priority::rank).toList());
    }

    @Test
    void an_order_seen_before_somebody_else_changed_it_is_refused() {
        prioritise("Først");
        prioritise("Så");
        long first = priorities().get(0).id();
        long second = priorities().get(1).id();
        group.priorities.swap(group.workshop(), first, second);

        assertThrows(Refusal.class, () -> group.priorities.swap(group.workshop(), first, second));

        assertEquals(List.of("Så", "Først"), order());
    }

    @Test
    void two_who_change_the_same_priority_do_not_overwrite_each_other() {
        prioritise("Tal i hverdagen");
        long id = priorities().get(0).id();
        group.priorities.change(group.workshop(), id, 1, "Mønstre", CURIOUS);

        assertThrows(Refusal.class, () -> group.priorities.change(group.workshop(), id, 1, "Former", CURIOUS));

        assertEquals(List.of("Mønstre"), order());
    }

    private void prioritise(String text) {
        prioritise(text, CURIOUS);
    }

    private void prioritise(String text, ThemeCode theme) {
        group.priorities.add(group.workshop(), text, theme, Optional.empty(), CURIOUS);
    }

    private void prioritise(String text, Argument argument) {
        group.priorities.add(group.workshop(), text, MATHEMATICS, Optional.empty(), argument);
    }

    private List<Priority> priorities() {
        return group.priorities.of(group.workshop());
    }

    private List<String> order() {
        return priorities().stream().map(Priority::text).toList();
    }
}
