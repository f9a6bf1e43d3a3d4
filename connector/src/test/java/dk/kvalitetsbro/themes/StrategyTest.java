package dk.kvalitetsbro.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Refusal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StrategyTest {
    private static final ThemeCode DIGITAL = new ThemeCode("DIGITAL");
    private static final ThemeCode MATHEMATICS = new ThemeCode("MAT");
    private static final LocalDate TODAY = LocalDate.parse("2026-06-01");

    private final TestDatabase database = TestDatabase.begin();
    private final MovableClock clock = new MovableClock();
    private final AuditLog audit = new AuditLog(database.jdbi(), SignedIn.as("anne", Role.ADMINISTRATION), clock);
    private final Themes themes = new Themes(database.jdbi(), clock);
    private final FiredEvents<ThemesChanged> changed = new FiredEvents<>();
    private final Strategy strategy = new Strategy(database.jdbi(), themes, audit, changed);

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void a_theme_of_its_own_stands_after_the_common_ones() {
        strategy.add(DIGITAL, from(TODAY));

        Theme added = themes.inUse().get(12);
        assertEquals(new Theme(DIGITAL, new Bilingual("Digital dannelse", "Digital skills"), false, "Skabe"), added);
        assertEquals(1, changed.all().size());
        assertEquals(List.of("theme.added"), written(DIGITAL));
    }

    @Test
    void something_new_can_be_about_it_from_its_first_day_to_its_last() {
        strategy.add(DIGITAL, between(TODAY.plusDays(1), TODAY.plusDays(2)));

        assertFalse(themes.inUse().contains(digital()));
        clock.move(Duration.ofDays(1));
        assertTrue(themes.inUse().contains(digital()));
        clock.move(Duration.ofDays(1));
        assertTrue(themes.inUse().contains(digital()));
        clock.move(Duration.ofDays(1));
        assertFalse(themes.inUse().contains(digital()));
        assertTrue(themes.all().contains(digital()), "what is told about the past names it");
    }

    @Test
    void a_code_is_given_only_once() {
        assertEquals("themes.code.taken", refused(() -> strategy.add(MATHEMATICS, from(TODAY))));
        assertEquals(List.of(), changed.all());
    }

    @Test
    void a_theme_of_its_own_can_be_renamed_but_not_by_two_at_once() {
        strategy.add(DIGITAL, from(TODAY));
        strategy.change(DIGITAL, 1, between(TODAY, TODAY.plusDays(9)));

        assertEquals("themes.meanwhile", refused(() -> strategy.change(DIGITAL, 1, from(TODAY))));
        assertEquals(
                Optional.of(TODAY.plusDays(9)),
                strategy.find(DIGITAL).orElseThrow().to());
        assertEquals(2, changed.all().size());
    }

    @Test
    void the_common_themes_keep_their_names() {
        assertEquals("themes.meanwhile", refused(() -> strategy.change(MATHEMATICS, 1, from(TODAY))));
        assertEquals(
                "Mathematical awareness and problem solving",
                themes.find(MATHEMATICS).orElseThrow().name().en());
    }

    @Test
    void focus_is_put_on_and_taken_off_any_theme_in_use_and_each_change_is_written_down_once() {
        strategy.focus(new ThemeCode("SOC"), true);
        strategy.focus(new ThemeCode("SOC"), true);
        strategy.focus(MATHEMATICS, false);

        assertEquals(List.of("SOC"), focused());
        assertEquals(List.of("theme.focused"), written(new ThemeCode("SOC")));
        assertEquals(List.of("theme.unfocused"), written(MATHEMATICS));
    }

    @Test
    void a_theme_that_has_ended_is_in_focus_no_more_and_cannot_come_into_it() {
        strategy.add(DIGITAL, between(TODAY, TODAY));
        strategy.focus(DIGITAL, true);
        assertEquals(List.of("MAT", "DIGITAL"), focused());

        clock.move(Duration.ofDays(1));

        assertEquals(List.of("MAT"), focused());
        assertEquals("themes.focus.ended", refused(() -> strategy.focus(DIGITAL, true)));
    }

    private Theme digital() {
        return themes.find(DIGITAL).orElseThrow();
    }

    private List<String> focused() {
        return themes.all().stream()
                .filter(Theme::focus)
                .map(theme -> theme.code().value())
                .toList();
    }

    private List<String> written(ThemeCode theme) {
        return audit.newest(theme.value(), 10).stream()
                .map(AuditLog.Entry::action)
                .toList();
    }

    private static String refused(Runnable change) {
        return assertThrows(Refusal.class, change::run).key();
    }

    private static OwnTheme from(LocalDate day) {
        return new OwnTheme(new Bilingual("Digital dannelse", "Digital skills"), "Skabe", day, Optional.empty());
    }

    private static OwnTheme between(LocalDate first, LocalDate last) {
        return new OwnTheme(new Bilingual("Digital dannelse", "Digital skills"), "Skabe", first, Optional.of(last));
    }
}
