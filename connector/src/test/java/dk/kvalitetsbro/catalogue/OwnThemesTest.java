package dk.kvalitetsbro.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.themes.CoursesOnThemes.CourseOnTheme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Courses on themes that the municipality has added, and that may end. */
class OwnThemesTest {
    private static final LocalDate STILL_TO_COME = LocalDate.parse("2099-12-31");
    private static final LocalDate LONG_PAST = LocalDate.parse("2015-12-31");

    private final TwoSides sides = new TwoSides();

    @Test
    void a_theme_of_the_municipalitys_own_takes_courses_as_the_others_do() {
        sides.town.ownTheme("DIGITAL", STILL_TO_COME);

        sides.attach(2, "DIGITAL", "MAT");

        assertEquals(List.of("DIGITAL", "MAT"), sides.attached(2));
        assertEquals(
                List.of(new CourseOnTheme(new ThemeCode("DIGITAL"), "Tal", true)),
                TestCatalogue.on(sides.jdbi).coursesOnThemes().stream()
                        .filter(course -> course.theme().value().equals("DIGITAL"))
                        .toList());
    }

    @Test
    void a_hidden_course_is_told_as_one_that_cannot_be_given() {
        sides.attach(2, "MAT");
        sides.town.hide(2);

        assertEquals(
                List.of(new CourseOnTheme(new ThemeCode("MAT"), "Tal", false)),
                TestCatalogue.on(sides.jdbi).coursesOnThemes());
    }

    @Test
    void what_a_course_helped_with_stays_when_the_theme_has_ended() {
        sides.town.ownTheme("DIGITAL", STILL_TO_COME);
        sides.attach(2, "DIGITAL");
        sides.jdbi.useHandle(
                handle -> handle.execute("update themes.theme set valid_to = ? where code = 'DIGITAL'", LONG_PAST));

        sides.attach(2, "MAT");

        assertEquals(List.of("DIGITAL", "MAT"), sides.attached(2));
    }

    @Test
    void nothing_new_is_attached_to_a_theme_that_has_ended() {
        sides.town.ownTheme("DIGITAL", LONG_PAST);

        assertThrows(Refusal.class, () -> sides.attach(2, "DIGITAL"));
    }
}
