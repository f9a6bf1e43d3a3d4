package dk.kvalitetsbro.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.catalogue.CourseReading.Found;
import dk.kvalitetsbro.catalogue.CourseSource.Offered;
import dk.kvalitetsbro.organisation.Changes;
import dk.kvalitetsbro.organisation.DryRun;
import dk.kvalitetsbro.organisation.Problem;
import dk.kvalitetsbro.organisation.Upload;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class CatalogueTest {
    private static final ThemeCode MAT = new ThemeCode("MAT");
    private static final ThemeCode NAT = new ThemeCode("NAT");
    private static final Offered NUMBERS = offered(2, "K021", "Tal i hverdagen");
    private static final Offered OUTSIDE = offered(3, "K013", "Ud i skoven");

    private static final long NO_CONDITION = 9;

    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final Themes themes = new Themes(jdbi, Clock.systemUTC());
    private final OfferedCourses offered = new OfferedCourses(jdbi);
    private final AuditLog audit = new AuditLog(jdbi, SignedIn.as("anne", Role.ADMINISTRATION), Clock.systemUTC());
    private final FiredEvents<LinksDue> due = new FiredEvents<>();
    private final Attachments attachments = new Attachments(jdbi, themes, audit, due);
    private final CourseThemeImport courseThemes = new CourseThemeImport(jdbi, offered, themes, due);
    private final Catalogue catalogue = new Catalogue(jdbi, new AddressesOnly());

    @Test
    void courses_are_kept_as_they_were_read() {
        offered.keep(List.of(
                NUMBERS,
                new Offered(3, "", "Ud i skoven", OptionalInt.of(6), Optional.of("WORKSHOP"), false, false, false)));

        var course = catalogue.find(3).orElseThrow();

        assertEquals(
                new Course(
                        3,
                        "",
                        "Ud i skoven",
                        OptionalInt.of(6),
                        Optional.of("WORKSHOP"),
                        false,
                        false,
                        Course.Completion.OFF,
                        Set.of(),
                        "https://moodle.example/course/view.php?id=3"),
                course);
        assertEquals(List.of("Tal i hverdagen", "Ud i skoven"), names(catalogue.courses()));
    }

    @Test
    void reading_the_same_again_changes_nothing_and_a_new_name_takes_over() {
        assertEquals(new Found(2, 2, 0), offered.keep(List.of(NUMBERS, OUTSIDE)));
        assertEquals(new Found(2, 0, 0), offered.keep(List.of(NUMBERS, OUTSIDE)));

        offered.keep(List.of(offered(2, "K021", "Tal og mængder"), OUTSIDE));

        assertEquals(List.of("Tal og mængder", "Ud i skoven"), names(catalogue.courses()));
    }

    @Test
    void a_course_gone_from_moodle_keeps_its_themes_and_is_given_to_nobody_until_it_is_back() {
        offered.keep(List.of(NUMBERS, OUTSIDE));
        attachments.replace(course(2), List.of("MAT"));

        assertEquals(new Found(1, 0, 1), offered.keep(List.of(OUTSIDE)));

        assertEquals(Set.of(2L), offered.gone());
        assertFalse(course(2).visible());
        assertEquals(Set.of(MAT), course(2).themes());
        assertEquals(List.of(), catalogue.coursesFor(MAT));

        assertEquals(new Found(2, 0, 0), offered.keep(List.of(NUMBERS, OUTSIDE)));
        assertEquals(List.of("Tal i hverdagen"), names(catalogue.coursesFor(MAT)));
    }

    @Test
    void a_platform_that_suddenly_shows_no_course_is_not_believed() {
        offered.keep(List.of());
        offered.keep(List.of(NUMBERS));

        var refusal = assertThrows(Refusal.class, () -> offered.keep(List.of()));

        assertEquals("catalogue.read.nothing", refusal.key());
        assertTrue(course(2).visible());
    }

    @Test
    void a_platform_that_suddenly_shows_no_code_is_not_believed() {
        offered.keep(List.of(NUMBERS, OUTSIDE));

        var refusal = assertThrows(
                Refusal.class,
                () -> offered.keep(List.of(offered(2, "", "Tal i hverdagen"), offered(3, "", "Ud i skoven"))));

        assertEquals("catalogue.read.noCodes", refusal.key());
        assertEquals("K021", course(2).code());
    }

    @Test
    void one_code_may_be_taken_away() {
        offered.keep(List.of(NUMBERS));

        offered.keep(List.of(offered(2, "", "Tal i hverdagen")));

        assertEquals("", course(2).code());
    }

    @Test
    void a_hidden_course_is_listed_but_suggested_for_no_theme() {
        offered.keep(List.of(new Offered(2, "K021", "Tal", OptionalInt.empty(), Optional.empty(), false, true, true)));
        attachments.replace(course(2), List.of("MAT"));

        assertEquals(1, catalogue.courses().size());
        assertEquals(List.of(), catalogue.coursesFor(MAT));
    }

    @Test
    void a_course_that_takes_no_enrolments_is_listed_but_suggested_for_no_theme() {
        offered.keep(List.of(new Offered(2, "K021", "Tal", OptionalInt.empty(), Optional.empty(), true, false, true)));
        attachments.replace(course(2), List.of("MAT"));
        assertEquals(1, catalogue.courses().size());
        assertEquals(List.of(), catalogue.coursesFor(MAT));

        offered.keep(List.of(NUMBERS));
        assertEquals(List.of("Tal i hverdagen"), names(catalogue.coursesFor(MAT)));
    }

    @Test
    void a_course_whose_completions_cannot_be_heard_is_suggested_and_says_so() {
        offered.keep(List.of(
                NUMBERS,
                new Offered(3, "K013", "Ud", OptionalInt.empty(), Optional.empty(), true, true, false),
                offered(NO_CONDITION, "K9", "Uden betingelse")));
        attachments.replace(course(3), List.of("MAT"));

        assertEquals(List.of("Ud"), names(catalogue.coursesFor(MAT)));
        assertTrue(course(2).isFollowed());
        assertEquals(Course.Completion.OFF, course(3).completion());
        assertEquals(Course.Completion.WITHOUT_CONDITION, course(NO_CONDITION).completion());
    }

    @Test
    void a_course_helps_with_many_themes_and_a_theme_has_many_courses() {
        offered.keep(List.of(NUMBERS, OUTSIDE));

        attachments.replace(course(2), List.of("MAT", "NAT"));
        attachments.replace(course(3), List.of("MAT"));

        assertEquals(List.of("Tal i hverdagen", "Ud i skoven"), names(catalogue.coursesFor(MAT)));
        assertEquals(List.of("Tal i hverdagen"), names(catalogue.coursesFor(NAT)));
    }

    @Test
    void choosing_themes_replaces_those_before_and_the_log_keeps_who_did_it() {
        offered.keep(List.of(NUMBERS));
        attachments.replace(course(2), List.of("MAT", "NAT"));

        attachments.replace(course(2), List.of("NAT", "TRI"));
        attachments.replace(course(2), List.of("TRI", "NAT"));

        assertEquals(Set.of(NAT, new ThemeCode("TRI")), course(2).themes());
        var log = audit.newest("anne", 10);
        assertEquals(2, log.size());
        assertEquals("NAT TRI", log.get(0).detail());
    }

    @Test
    void what_is_not_a_theme_is_refused_and_nothing_is_changed() {
        offered.keep(List.of(NUMBERS));

        assertThrows(Refusal.class, () -> attachments.replace(course(2), List.of("MAT", "'; drop")));

        assertEquals(Set.of(), course(2).themes());
    }

    @Test
    void a_file_attaches_courses_to_themes_and_the_same_file_again_changes_nothing() {
        offered.keep(List.of(NUMBERS, OUTSIDE));
        attachments.replace(course(3), List.of("KRO"));
        Upload file = file("course_code,theme_code\nK021,MAT\nK013,NAT\nK021,NAT\n");

        assertEquals(DryRun.of(new Changes(3, 0, 0)), check(file));
        assertEquals(Set.of(), course(2).themes());
        int askedFor = due.all().size();

        apply(file);

        assertEquals(askedFor + 1, due.all().size(), "the platform hears of it");
        assertEquals(Set.of(MAT, NAT), course(2).themes());
        assertEquals(Set.of(NAT, new ThemeCode("KRO")), course(3).themes());
        assertEquals(DryRun.of(new Changes(0, 0, 3)), check(file));
    }

    @Test
    void a_file_with_unknown_courses_and_themes_is_told_line_by_line() {
        offered.keep(List.of(NUMBERS, offered(4, "K9", "Ens"), offered(5, "K9", "Ens igen")));

        var problems = check(file("theme_code;course_code\nXYZ;K021\nMAT;K404\nMAT;K9\nMAT;\n"))
                .problems();

        assertEquals(
                List.of(
                        "2 theme_code catalogue.problem.unknownTheme XYZ",
                        "5 course_code organisation.problem.missingValue ",
                        "3 course_code catalogue.problem.unknownCourse K404",
                        "4 course_code catalogue.problem.sharedCode K9"),
                problems.stream().map(CatalogueTest::line).toList());
        assertEquals("Ens, Ens igen", problems.get(3).hint());
    }

    @Test
    void no_file_is_taken_before_the_courses_have_been_read() {
        var refusal = assertThrows(Refusal.class, () -> check(file("course_code,theme_code\nK021,MAT\n")));

        assertEquals("catalogue.import.noCourses", refusal.key());
    }

    @Test
    void a_code_of_a_course_that_is_gone_may_be_used_by_its_successor() {
        offered.keep(List.of(NUMBERS));
        offered.keep(List.of(offered(7, "K021", "Tal, ny udgave")));

        apply(file("course_code,theme_code\nK021,MAT\n"));

        assertEquals(Set.of(), course(2).themes());
        assertEquals(Set.of(MAT), course(7).themes());
    }

    private DryRun check(Upload upload) {
        return jdbi.inTransaction(handle -> courseThemes.check(upload));
    }

    private void apply(Upload upload) {
        jdbi.useTransaction(handle -> courseThemes.apply(upload));
    }

    private Course course(long id) {
        return catalogue.find(id).orElseThrow();
    }

    private static Upload file(String text) {
        return new Upload("course_themes.csv", Optional.empty(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Problem problem) {
        return problem.line() + " " + problem.column() + " " + problem.kind() + " " + problem.value();
    }

    private static Offered offered(long id, String code, String name) {
        return new Offered(id, code, name, OptionalInt.of(3), Optional.of("E_LAERING"), true, true, true);
    }

    private static List<String> names(List<Course> courses) {
        return courses.stream().map(Course::name).toList();
    }

    /** A platform that is not asked for its courses here. */
    private static final class AddressesOnly implements CourseSource {
        @Override
        public List<Offered> read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String address(long id) {
            return "https://moodle.example/course/view.php?id=" + id;
        }

        @Override
        public Set<Long> withoutConditions() {
            return Set.of(NO_CONDITION);
        }
    }
}
