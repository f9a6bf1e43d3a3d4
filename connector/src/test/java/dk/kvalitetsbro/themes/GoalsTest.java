package dk.kvalitetsbro.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GoalsTest {
    private static final String NUMBERS = "G18";

    private final TestDatabase database = TestDatabase.begin();
    private final AuditLog audit =
            new AuditLog(database.jdbi(), SignedIn.as("anne", Role.ADMINISTRATION), Clock.systemUTC());
    private final Goals goals = new Goals(database.jdbi(), audit);

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void a_new_municipality_has_goals_on_every_level_to_begin_with() {
        assertEquals(24, goals.pursued().size());
        assertEquals(
                Set.of(Level.values()),
                goals.pursued().stream().map(Goal::level).collect(Collectors.toSet()));
        assertEquals(Set.of(new ThemeCode("MAT")), goal(NUMBERS).themes());
    }

    @Test
    void a_new_goal_stands_last_under_each_of_its_themes() {
        goals.add(content("Alle børn bygger noget hver uge", "MAT", "KUL"));

        Goal added = goals.pursued().get(24);
        assertEquals("G25", added.code());
        assertEquals(new Bilingual("Alle børn bygger noget hver uge", "In English"), added.text());
        assertEquals(codes("MAT", "KUL"), added.themes());
        assertEquals(List.of("goal.added MUNICIPAL KUL MAT"), written("G25"));
    }

    @Test
    void the_same_goal_is_not_added_twice() {
        goals.add(content("Alle børn bygger", "MAT"));

        assertEquals("themes.goal.twice", refused(() -> goals.add(content("Alle børn bygger", "KUL"))));
        assertEquals(25, goals.pursued().size());
    }

    @Test
    void a_goal_can_be_put_in_other_words_and_under_other_themes() {
        goals.change(NUMBERS, 1, content("Tal er sjove", "NAT"));

        assertEquals("Tal er sjove", goal(NUMBERS).text().da());
        assertEquals(codes("NAT"), goal(NUMBERS).themes());
        assertEquals(List.of("goal.changed MUNICIPAL NAT"), written(NUMBERS));
    }

    @Test
    void two_who_change_the_same_goal_do_not_overwrite_each_other() {
        goals.change(NUMBERS, 1, content("Tal er sjove", "NAT"));

        assertEquals("themes.meanwhile", refused(() -> goals.change(NUMBERS, 1, content("Former er sjove", "MAT"))));
        assertEquals("Tal er sjove", goal(NUMBERS).text().da());
    }

    @Test
    void a_goal_cannot_become_one_that_is_there_already() {
        goals.add(content("Alle børn bygger", "MAT"));

        assertEquals("themes.goal.twice", refused(() -> goals.change(NUMBERS, 1, content("Alle børn bygger", "MAT"))));
    }

    @Test
    void an_archived_goal_is_kept_but_no_longer_pursued_until_it_is_used_again() {
        goals.archive(NUMBERS);
        goals.archive(NUMBERS);

        assertEquals(23, goals.pursued().size());
        assertTrue(goal(NUMBERS).archived());
        goals.reopen(NUMBERS);
        assertFalse(goal(NUMBERS).archived());
        assertEquals(List.of("goal.archived ", "goal.reopened "), written(NUMBERS));
    }

    @Test
    void an_archived_goal_is_not_used_again_beside_a_new_one_that_says_the_same() {
        Bilingual words = goal(NUMBERS).text();
        goals.archive(NUMBERS);
        goals.add(content(words.da(), "MAT"));

        assertEquals("themes.goal.twice", refused(() -> goals.reopen(NUMBERS)));
    }

    @Test
    void a_goal_serves_only_themes_that_exist() {
        assertEquals("themes.goal.unknownTheme", refused(() -> goals.add(content("Alle børn bygger", "INGEN"))));
    }

    private Goal goal(String code) {
        return goals.all().stream()
                .filter(goal -> goal.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** What the log says was done to it. */
    private List<String> written(String code) {
        return audit.newest(code, 10).stream()
                .map(entry -> entry.action() + " " + entry.detail())
                .sorted()
                .toList();
    }

    private static String refused(Runnable change) {
        return assertThrows(Refusal.class, change::run).key();
    }

    private static GoalContent content(String danish, String... themes) {
        return new GoalContent(Level.MUNICIPAL, "Strategien", new Bilingual(danish, "In English"), codes(themes));
    }

    private static Set<ThemeCode> codes(String... codes) {
        return Set.of(codes).stream().map(ThemeCode::new).collect(Collectors.toSet());
    }
}
