package dk.kvalitetsbro.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.catalogue.CourseList.Line;
import dk.kvalitetsbro.catalogue.CourseList.Search;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Bilingual;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CourseListTest {
    private static final List<Theme> THEMES = List.of(theme("NAT"), theme("MAT"));
    private static final Course NUMBERS = course(1, "Tal i hverdagen", true, "MAT", "NAT");
    private static final Course OUTSIDE = course(2, "Ud i skoven", true, "NAT");
    private static final Course LOST = course(3, "Åbne døre", true);
    private static final Course HIDDEN = course(4, "Kladde", false);
    private static final Course GONE = course(5, "Gammelt kursus", false, "MAT");
    private static final List<Course> ALL = List.of(GONE, HIDDEN, NUMBERS, OUTSIDE, LOST);

    @Test
    void courses_without_a_theme_come_first_and_those_that_are_gone_last() {
        assertEquals(List.of(3L, 4L, 1L, 2L, 5L), ids(list("", "")));
    }

    @Test
    void themes_stand_in_their_fixed_order() {
        var line = list("", "tal").lines().get(0);

        assertEquals(
                List.of("NAT", "MAT"),
                line.themes().stream().map(theme -> theme.code().value()).toList());
    }

    @Test
    void a_theme_shows_its_courses_and_no_others() {
        assertEquals(List.of(1L, 5L), ids(list("MAT", "")));
    }

    @Test
    void without_a_theme_means_those_that_could_be_suggested_if_they_had_one() {
        assertEquals(List.of(3L), ids(list(Search.NO_THEME, "")));
    }

    @Test
    void a_course_that_takes_no_enrolments_could_not_be_suggested_whatever_its_themes() {
        List<Line> lines = CourseList.lines(List.of(course(6, "Lukket", true, false), LOST), Set.of(), THEMES);

        assertEquals(List.of(3L), ids(CourseList.of(lines, Search.theme(Search.NO_THEME))));
    }

    @Test
    void a_hidden_course_in_the_list_shows_that_the_platform_tells_hidden_from_deleted() {
        assertTrue(CourseList.showsHidden(CourseList.lines(ALL, Set.of(5L), THEMES)));
        assertFalse(CourseList.showsHidden(CourseList.lines(List.of(NUMBERS, GONE), Set.of(5L), THEMES)));
    }

    @Test
    void text_finds_parts_of_names_and_codes_whatever_the_case() {
        assertEquals(List.of(3L), ids(list("", " ÅBNE ")));
        assertEquals(List.of(2L), ids(list("", "k2")));
        assertEquals(List.of(), ids(list("MAT", "skoven")));
    }

    @Test
    void a_long_list_is_shown_page_by_page_and_a_page_that_is_not_there_is_the_last() {
        List<Course> many =
                IntStream.range(0, 60).mapToObj(i -> course(i, "Kursus", true)).toList();

        assertEquals(25, page(many, 1).lines().size());
        assertEquals(10, page(many, 3).lines().size());
        assertEquals(page(many, 3), page(many, 9));
        assertEquals(page(many, 1), page(many, -1));
        assertEquals(3, page(many, 1).pages());
        assertEquals(60, page(many, 1).matching());
    }

    @Test
    void nothing_found_is_one_empty_page() {
        assertEquals(new CourseList(List.of(), 0, 1, 1), list("", "findes ikke"));
    }

    private static CourseList list(String theme, String text) {
        return CourseList.of(CourseList.lines(ALL, Set.of(5L), THEMES), new Search(theme, text, 1));
    }

    private static CourseList page(List<Course> courses, int page) {
        return CourseList.of(CourseList.lines(courses, Set.of(), THEMES), new Search("", "", page));
    }

    private static List<Long> ids(CourseList list) {
        return list.lines().stream().map(line -> line.course().id()).toList();
    }

    private static Theme theme(String code) {
        return new Theme(new ThemeCode(code), new Bilingual(code, code), false, "");
    }

    private static Course course(long id, String name, boolean visible, String... themes) {
        return course(id, name, visible, true, themes);
    }

    private static Course course(long id, String name, boolean visible, boolean takesEnrolments, String... themes) {
        Set<ThemeCode> codes = Set.copyOf(Stream.of(themes).map(ThemeCode::new).toList());
        return new Course(
                id,
                "K" + id,
                name,
                OptionalInt.empty(),
                Optional.empty(),
                visible,
                takesEnrolments,
                Course.Completion.FOLLOWED,
                codes,
                "");
    }
}
