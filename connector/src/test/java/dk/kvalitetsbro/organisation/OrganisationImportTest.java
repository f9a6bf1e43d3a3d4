package dk.kvalitetsbro.organisation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OrganisationImportTest {
    private static final String AREAS =
            """
            area_code,name,valid_from,valid_to
            N,Nord,2010-01-01,
            S,Syd,2010-01-01,2018-12-31
            S,Syd og Ø,2019-01-01,
            """;
    private static final String CENTRES =
            """
            centre_code,name,area_code,kind,valid_from,valid_to
            C1,Lindely,N,INSTITUTION,2012-01-01,
            C2,Solhøj,S,INSTITUTION,2012-01-01,2020-06-30
            """;
    private static final String EMPLOYMENTS =
            """
            person_key,name,employment_number,centre_code,job_group,employed_from,employed_to,leave_from,leave_to
            p1,Maja Friis,1001,C1,PEDAGOGUE,2014-08-01,,,
            p1,Maja Friis,1002,C2,PEDAGOGUE,2016-08-01,2019-12-31,,
            p2,Karen Holm,1003,C1,LEADER,2010-01-01,,2019-03-01,2019-09-30
            p3,Jonas Bæk,1004,,HR,2010-01-01,,,
            """;

    private static final String OFFICES =
            "person_key,name,employment_number,centre_code,job_group,employed_from,employed_to,leave_from,leave_to,"
                    + "area_code\n";

    private TestDatabase database;
    private ImportKind areas;
    private ImportKind centres;
    private ImportKind employments;

    @BeforeEach
    void begin() {
        database = TestDatabase.begin();
        areas = new AreaImport(database.jdbi());
        centres = new CentreImport(database.jdbi());
        employments = new EmploymentImport(database.jdbi());
    }

    @AfterEach
    void end() {
        database.close();
    }

    @Test
    void a_municipality_enters_its_organisation_from_three_files() {
        importAll();
        Organisation organisation = new Organisation(database.jdbi());
        assertEquals(
                List.of("Lindely", "Solhøj"),
                organisation.centres(LocalDate.of(2019, 9, 1)).stream()
                        .map(Centre::name)
                        .toList());
        assertEquals(1, organisation.centres(LocalDate.of(2020, 9, 1)).size());
        assertEquals(3, database.number("select count(*) from organisation.person"));
    }

    @Test
    void the_same_files_once_more_change_nothing() {
        importAll();
        assertEquals(new Changes(0, 0, 3), check(areas, AREAS).changes());
        assertEquals(new Changes(0, 0, 2), check(centres, CENTRES).changes());
        assertEquals(new Changes(0, 0, 4), check(employments, EMPLOYMENTS).changes());
        importAll();
        assertEquals(4, database.number("select count(*) from organisation.employment"));
    }

    @Test
    void a_check_changes_nothing() {
        assertEquals(new Changes(3, 0, 0), check(areas, AREAS).changes());
        assertEquals(0, database.number("select count(*) from organisation.area"));
    }

    @Test
    void applying_a_file_with_a_problem_changes_nothing() {
        DryRun result = areas.apply(upload(AREAS + "N,Nord,2010-01-01,\n"));
        assertEquals(1, result.problemCount());
        assertEquals(0, database.number("select count(*) from organisation.area"));
    }

    @Test
    void a_centre_that_moves_is_one_changed_row_and_one_new() {
        importAll();
        String moved =
                """
                centre_code,name,area_code,kind,valid_from,valid_to
                C1,Lindely,N,INSTITUTION,2012-01-01,2020-07-31
                C1,Lindely,S,INSTITUTION,2020-08-01,
                """;
        assertEquals(new Changes(1, 1, 0), check(centres, moved).changes());
        apply(centres, moved);
        assertEquals(
                "S",
                new Organisation(database.jdbi())
                        .centres(LocalDate.of(2021, 1, 1))
                        .get(0)
                        .areaCode());
    }

    @Test
    void periods_of_a_centre_that_overlap_are_refused() {
        apply(areas, AREAS);
        assertProblem(
                centres,
                CENTRES + "C1,Lindely Øst,N,INSTITUTION,2015-01-01,\n",
                new Problem(4, "valid_from", "organisation.problem.overlap", "C1 2015-01-01", "2012-01-01 – "));
    }

    @Test
    void a_period_that_overlaps_what_was_imported_before_is_refused() {
        importAll();
        assertProblem(
                centres,
                """
                centre_code,name,area_code,kind,valid_from,valid_to
                C2,Solhøj,S,INSTITUTION,2020-06-30,
                """,
                new Problem(
                        2, "valid_from", "organisation.problem.overlap", "C2 2020-06-30", "2012-01-01 – 2020-06-30"));
    }

    @Test
    void a_centre_in_an_area_that_is_not_there_on_its_first_day_is_refused() {
        apply(areas, AREAS);
        assertProblem(
                centres,
                """
                centre_code,name,area_code,kind,valid_from,valid_to
                C1,Lindely,N,INSTITUTION,2009-01-01,
                """,
                new Problem(2, "area_code", "organisation.problem.unknownArea", "N", "2009-01-01"));
    }

    @Test
    void the_same_row_twice_is_refused_with_the_first_lines_number() {
        assertProblem(
                areas,
                AREAS + "N,Nord,2010-01-01,\n",
                new Problem(5, "area_code", "organisation.problem.twice", "N", "2"));
    }

    @Test
    void a_period_that_ends_before_it_begins_is_refused() {
        assertProblem(
                areas,
                "area_code,name,valid_from,valid_to\nN,Nord,2010-01-01,2009-12-31\n",
                new Problem(2, "valid_to", "organisation.problem.endsBeforeItBegins", "2009-12-31", "2010-01-01"));
    }

    @Test
    void an_employment_at_an_unknown_centre_is_refused() {
        apply(areas, AREAS);
        apply(centres, CENTRES);
        assertProblem(
                employments,
                EMPLOYMENTS + "p4,Bo,1005,C9,PEDAGOGUE,2014-08-01,,,\n",
                new Problem(6, "centre_code", "organisation.problem.unknownCentre", "C9", ""));
    }

    @Test
    void an_employment_number_twice_is_refused() {
        apply(areas, AREAS);
        apply(centres, CENTRES);
        assertProblem(
                employments,
                EMPLOYMENTS + "p4,Bo,1001,C1,PEDAGOGUE,2014-08-01,,,\n",
                new Problem(6, "employment_number", "organisation.problem.twice", "1001", "2"));
    }

    @Test
    void a_person_with_two_names_is_refused() {
        apply(areas, AREAS);
        apply(centres, CENTRES);
        assertProblem(
                employments,
                EMPLOYMENTS + "p1,Maja Fris,1005,C1,PEDAGOGUE,2020-08-01,,,\n",
                new Problem(6, "name", "organisation.problem.twoNames", "Maja Fris", "Maja Friis"));
    }

    @Test
    void an_employment_that_is_somebody_elses_is_refused() {
        importAll();
        assertProblem(
                employments,
                EMPLOYMENTS.replace("p3,Jonas Bæk", "p9,Jonas Bæk"),
                new Problem(5, "employment_number", "organisation.problem.othersEmployment", "1004", "p3"));
    }

    @Test
    void leave_that_ends_without_having_begun_is_refused() {
        apply(areas, AREAS);
        apply(centres, CENTRES);
        assertProblem(
                employments,
                EMPLOYMENTS.replace("2019-03-01,2019-09-30", ",2019-09-30"),
                new Problem(4, "leave_from", "organisation.problem.missingValue", "", ""));
    }

    @Test
    void a_job_group_that_does_not_exist_is_refused_with_those_that_do() {
        apply(areas, AREAS);
        apply(centres, CENTRES);
        DryRun result = check(employments, EMPLOYMENTS.replace("HR", "BOSS"));
        assertEquals("organisation.problem.notAllowed", result.problems().get(0).kind());
        assertTrue(result.problems().get(0).hint().contains("SYSTEM_ADMINISTRATOR"));
    }

    @Test
    void offices_are_imported_with_the_area_or_centre_that_they_are_about() {
        importAll();
        apply(
                employments,
                OFFICES
                        + """
                        p4,Bente Ahl,2001,,AREA_LEADER,2022-01-01,,,,N
                        p5,Poul Mejl,2002,,POLITICIAN,2022-01-01,,,,
                        p6,Birgit Stor,2003,C1,BOARD,2022-01-01,,,,
                        p7,Dorthe Eng,2004,,DATA_PROTECTION_OFFICER,2022-01-01,,,,
                        """);
        assertEquals(1, database.number("select count(*) from organisation.employment where area_code = 'N'"));
        assertEquals(8, database.number("select count(*) from organisation.employment"));

        String moved = OFFICES + "p4,Bente Ahl,2001,,AREA_LEADER,2022-01-01,,,,S\n";
        assertEquals(new Changes(0, 1, 0), check(employments, moved).changes());
        apply(employments, moved);
        assertEquals(1, database.number("select count(*) from organisation.employment where area_code = 'S'"));
    }

    @Test
    void an_area_leader_has_an_area_and_nobody_else_has_one() {
        importAll();
        assertProblem(
                employments,
                OFFICES + "p4,Bente Ahl,2001,,AREA_LEADER,2022-01-01,,,,\n",
                new Problem(2, "area_code", "organisation.problem.missingValue", "", ""));
        assertProblem(
                employments,
                OFFICES + "p4,Bente Ahl,2001,,HR,2022-01-01,,,,N\n",
                new Problem(2, "area_code", "organisation.problem.notForJobGroup", "N", "HR"));
        assertProblem(
                employments,
                OFFICES + "p4,Bente Ahl,2001,,AREA_LEADER,2022-01-01,,,,X\n",
                new Problem(2, "area_code", "organisation.problem.unknownArea", "X", "2022-01-01"));
    }

    @Test
    void a_board_is_some_centres_and_who_is_above_centres_has_none() {
        importAll();
        assertProblem(
                employments,
                OFFICES + "p6,Birgit Stor,2003,,BOARD,2022-01-01,,,,\n",
                new Problem(2, "centre_code", "organisation.problem.missingValue", "", ""));
        assertProblem(
                employments,
                OFFICES + "p5,Poul Mejl,2002,C1,POLITICIAN,2022-01-01,,,,\n",
                new Problem(2, "centre_code", "organisation.problem.notForJobGroup", "C1", "POLITICIAN"));
    }

    private void importAll() {
        apply(areas, AREAS);
        apply(centres, CENTRES);
        apply(employments, EMPLOYMENTS);
    }

    private void apply(ImportKind kind, String text) {
        assertEquals(List.of(), kind.apply(upload(text)).problems());
    }

    private static DryRun check(ImportKind kind, String text) {
        return kind.check(upload(text));
    }

    private static void assertProblem(ImportKind kind, String text, Problem problem) {
        assertEquals(List.of(problem), check(kind, text).problems());
    }

    private static Upload upload(String text) {
        return new Upload("file.csv", Optional.empty(), text.getBytes(UTF_8));
    }
}
