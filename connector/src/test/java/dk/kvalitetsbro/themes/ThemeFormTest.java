package dk.kvalitetsbro.themes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the forms for themes and goals take, and what they say to the rest. */
class ThemeFormTest {
    private static final List<ThemeCode> KNOWN = List.of(new ThemeCode("MAT"), new ThemeCode("SOC"));

    @Test
    void a_theme_without_an_english_name_has_its_danish_one() {
        OwnTheme read = new ThemeForm("digital", " Digital dannelse ", "", "", "2026-06-01", "").read();

        assertEquals(new Bilingual("Digital dannelse", "Digital dannelse"), read.name());
        assertEquals(LocalDate.parse("2026-06-01"), read.from());
        assertEquals(Optional.empty(), read.to());
    }

    @Test
    void small_letters_become_a_code_too() {
        assertEquals(new ThemeCode("DIGITAL_2"), coded(" digital_2 ").readCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "ÆBLE", "DIGITAL DANNELSE", "DIGITALDANNELSE", "A-B", "../..", "<b>"})
    void what_is_no_code_is_refused_with_what_a_code_is(String written) {
        assertEquals("themes.code.shape", refused(() -> coded(written).readCode()));
    }

    @Test
    void a_cpr_number_is_no_code_although_it_looks_like_one() {
        assertEquals("web.text.cpr", refused(() -> coded("0101001234").readCode()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>fed</b>", "a < b", "pil ->"})
    void what_moodle_could_take_for_a_tag_is_refused_in_names_and_description(String text) {
        assertEquals("themes.text.brackets", refused(() -> named(text, "").read()));
        assertEquals("themes.text.brackets", refused(() -> named("Navn", text).read()));
        assertEquals(
                "themes.text.brackets", refused(() -> new ThemeForm("AB", "Navn", "", text, "2026-06-01", "").read()));
    }

    @Test
    void a_name_is_needed_and_fits_moodle() {
        assertEquals("web.text.missing", refused(() -> named(" ", "").read()));
        assertEquals(
                "web.text.tooLong", refused(() -> named("x".repeat(101), "").read()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "i morgen", "2026-02-30", "+999999999-01-01", "0001-01-01", "2026-06-01T00:00"})
    void what_is_no_day_is_refused(String day) {
        assertEquals("themes.period.notADate", refused(() -> new ThemeForm("AB", "Navn", "", "", day, "").read()));
    }

    @Test
    void the_last_day_is_not_before_the_first() {
        assertEquals(
                "themes.period.backwards",
                refused(() -> new ThemeForm("AB", "Navn", "", "", "2026-06-02", "2026-06-01").read()));
        assertEquals(
                Optional.of(LocalDate.parse("2026-06-02")),
                new ThemeForm("AB", "Navn", "", "", "2026-06-02", "2026-06-02")
                        .read()
                        .to());
    }

    @Test
    void a_goal_has_words_a_source_a_level_and_a_theme_that_exists() {
        GoalForm right = new GoalForm("MUNICIPAL", "Strategien", "Tal er sjove", "", Set.of("MAT"));

        assertEquals(
                new Bilingual("Tal er sjove", "Tal er sjove"), right.read(KNOWN).text());
        assertEquals("web.text.missing", refused(goal("MUNICIPAL", "Strategien", "", "MAT")));
        assertEquals("web.text.missing", refused(goal("MUNICIPAL", "", "Tal er sjove", "MAT")));
        assertEquals("web.text.tooLong", refused(goal("MUNICIPAL", "Strategien", "x".repeat(301), "MAT")));
        assertEquals("themes.goal.noLevel", refused(goal("GALAKTISK", "Strategien", "Tal er sjove", "MAT")));
        assertEquals("themes.goal.noTheme", refused(goal("MUNICIPAL", "Strategien", "Tal er sjove")));
        assertEquals("themes.goal.unknownTheme", refused(goal("MUNICIPAL", "Strategien", "Tal er sjove", "MAT", "XX")));
    }

    private static Runnable goal(String level, String source, String text, String... themes) {
        return () -> new GoalForm(level, source, text, "", Set.of(themes)).read(KNOWN);
    }

    private static ThemeForm coded(String code) {
        return new ThemeForm(code, "Navn", "", "", "2026-06-01", "");
    }

    private static ThemeForm named(String danish, String english) {
        return new ThemeForm("AB", danish, english, "", "2026-06-01", "");
    }

    private static String refused(Runnable reading) {
        return assertThrows(Refusal.class, reading::run).key();
    }
}
