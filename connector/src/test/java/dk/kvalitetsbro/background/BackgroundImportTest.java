package dk.kvalitetsbro.background;

import static dk.kvalitetsbro.background.CountedTown.children;
import static dk.kvalitetsbro.background.CountedTown.ofGroup;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.organisation.Changes;
import dk.kvalitetsbro.organisation.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BackgroundImportTest {
    private static final String EDUCATION = children("uddannelse", "kort,150,70,400", "lang,250,78,380");

    private CountedTown town;

    @BeforeEach
    void begin() {
        town = new CountedTown();
    }

    @AfterEach
    void end() {
        town.close();
    }

    @Test
    void sums_of_a_closed_round_are_imported() {
        assertEquals(new Changes(2, 0, 0), town.check(EDUCATION).changes());
        town.importRows(EDUCATION);
        assertEquals(400, town.database.number("select sum(n) from background.category"));
    }

    @Test
    void decimals_may_have_a_comma() {
        town.importRows(children("uddannelse", "kort,150,\"70,25\",400", "lang,250,78.5,380"));
        assertEquals(1, town.database.number("select count(*) from background.category where mean = 70.25"));
    }

    @Test
    void a_file_replaces_the_groups_sums_by_this_background_until_the_round_is_published() {
        town.importRows(EDUCATION + children("sprog", "dansk,300,76,400", "andet,100,72,400"));
        String corrected = children("uddannelse", "kort,150,70,400", "langt,250,78,380");
        assertEquals(new Changes(1, 1, 1), town.check(corrected).changes());
        town.importRows(corrected);
        assertEquals(4, town.database.number("select count(*) from background.category"));
        assertEquals(1, town.database.number("select count(*) from background.category where category = 'langt'"));
    }

    @Test
    void what_has_been_shown_cannot_be_changed() {
        town.importRows(EDUCATION);
        town.publish("2019");
        assertEquals(new Changes(0, 0, 2), town.check(EDUCATION).changes());
        town.assertProblem(
                EDUCATION.replace("kort,150", "kort,149"),
                new Problem(2, "category", "background.problem.shownAlready", "kort", ""));
        town.assertProblem(
                EDUCATION + ofGroup("SOC", "CHILD", "uddannelse", ",,", "kort,150,70,400", "lang,250,78,380"),
                new Problem(4, "category", "background.problem.shownAlready", "kort", ""),
                new Problem(5, "category", "background.problem.shownAlready", "lang", ""));
    }

    @Test
    void another_background_of_a_published_round_can_be_added() {
        town.publish("2019");
        town.importRows(EDUCATION);
        town.importRows(children("sprog", "dansk,300,76,400", "andet,100,72,400"));
        assertEquals(4, town.database.number("select count(*) from background.category"));
    }

    @Test
    void a_file_that_leaves_a_shown_theme_out_does_not_remove_it() {
        town.publish("2019");
        town.importRows(EDUCATION + ofGroup("SOC", "CHILD", "uddannelse", ",,", "kort,150,70,400", "lang,250,78,380"));
        town.importRows(EDUCATION);
        assertEquals(4, town.database.number("select count(*) from background.category"));
    }

    @Test
    void an_unknown_round_is_refused() {
        town.assertProblem(
                EDUCATION.replace("2019,MAT,CHILD,uddannelse,lang", "2018,MAT,CHILD,uddannelse,lang")
                        + children("uddannelse", "middel,100,74,400"),
                new Problem(3, "round", "surveys.problem.unknownRound", "2018", ""));
    }

    @Test
    void a_round_that_is_not_closed_is_refused() {
        town.database.execute("update surveys.round set state = 'OPEN', closed = null");
        town.assertProblem(
                EDUCATION,
                new Problem(2, "round", "background.problem.roundNotClosed", "2019", ""),
                new Problem(3, "round", "background.problem.roundNotClosed", "2019", ""));
    }

    @Test
    void an_unknown_theme_is_refused() {
        town.assertProblem(
                EDUCATION + ofGroup("XYZ", "CHILD", "uddannelse", ",,", "kort,150,70,400"),
                new Problem(
                        4,
                        "theme",
                        "background.problem.unknownTheme",
                        "XYZ",
                        "APU, SOC, KOM, KRO, NAT, KUL, BFA, REL, FOR, MAT, TRI, EVA"));
    }

    @Test
    void a_group_that_does_not_answer_about_one_child_is_refused() {
        town.assertProblem(
                EDUCATION + ofGroup("MAT", "PEDAGOGUE", "uddannelse", ",,", "kort,150,70,400"),
                new Problem(
                        4,
                        "group",
                        "organisation.problem.notAllowed",
                        "PEDAGOGUE",
                        "CHILD, CONTACT_PEDAGOGUE, PARENT"));
    }

    @Test
    void a_theme_that_the_group_was_not_asked_is_refused() {
        town.assertProblem(
                EDUCATION + ofGroup("EVA", "CHILD", "uddannelse", ",,", "kort,150,70,400", "lang,250,78,380"),
                new Problem(4, "theme", "background.problem.notAsked", "EVA", "CHILD"),
                new Problem(5, "theme", "background.problem.notAsked", "EVA", "CHILD"));
    }

    @Test
    void a_count_that_is_negative_or_not_whole_is_refused() {
        town.assertProblem(
                EDUCATION + children("uddannelse", "a,-1,70,0", "b,2.5,70,0"),
                new Problem(4, "n", "organisation.problem.notACount", "-1", "0–1000000"),
                new Problem(5, "n", "organisation.problem.notACount", "2.5", "0–1000000"));
    }

    @Test
    void a_category_without_answers_is_refused() {
        town.assertProblem(
                EDUCATION + children("uddannelse", "middel,0,70,0"),
                new Problem(4, "n", "background.problem.nobody", "0", ""));
    }

    @Test
    void a_mean_off_the_scale_is_refused() {
        town.assertProblem(
                EDUCATION.replace("78,380", "100.1,380"),
                new Problem(3, "mean", "organisation.problem.notADecimal", "100.1", "0–100"));
        town.assertProblem(
                EDUCATION.replace("78,380", "-1,380"),
                new Problem(3, "mean", "organisation.problem.notADecimal", "-1", "0–100"));
    }

    @Test
    void a_variance_that_no_answers_on_the_scale_can_have_is_refused() {
        String two = children("uddannelse", "kort,2,50,5000", "lang,398,75.13,400");
        assertEquals(0, town.check(two).problemCount());
        town.assertProblem(
                two.replace("5000", "5000.1"),
                new Problem(2, "variance", "organisation.problem.notADecimal", "5000.1", "0–5000"));
        town.assertProblem(
                two.replace("50,5000", "40,4801"),
                new Problem(2, "variance", "background.problem.impossibleVariance", "4801", ""));
        town.assertProblem(
                children("uddannelse", "kort,1,50,1", "lang,399,75.06,400"),
                new Problem(2, "variance", "background.problem.impossibleVariance", "1", ""));
    }

    @Test
    void a_category_twice_is_refused() {
        town.assertProblem(
                EDUCATION + children("uddannelse", "kort,150,70,400"),
                new Problem(4, "category", "organisation.problem.twice", "kort", "2"));
    }

    @Test
    void a_single_category_is_refused() {
        town.assertProblem(
                children("uddannelse", "kort,150,70,400"),
                new Problem(2, "category", "background.problem.oneCategory", "kort", ""));
    }

    @Test
    void more_answers_than_the_group_gave_are_refused() {
        town.assertProblem(
                EDUCATION + children("uddannelse", "middel,1,75,0"),
                new Problem(2, "n", "background.problem.moreThanAnswered", "401", "uddannelse, MAT"));
    }

    @Test
    void means_that_leave_something_off_the_scale_are_refused() {
        town.assertProblem(
                children("uddannelse", "kort,150,2.8,1", "lang,250,3.2,1"),
                new Problem(2, "mean", "background.problem.doesNotFit", "3.1", "uddannelse, MAT"));
        town.assertProblem(
                children("uddannelse", "kort,150,80,400", "lang,240,85,380"),
                new Problem(2, "mean", "background.problem.doesNotFit", "83.1", "uddannelse, MAT"));
    }

    @Test
    void parents_need_their_families_and_contact_pedagogues_their_number() {
        town.assertProblem(
                ofGroup("MAT", "PARENT", "uddannelse", ",,", "kort,100,75,400")
                        + ofGroup("MAT", "PARENT", "uddannelse", ",120,", "lang,200,75,400"),
                new Problem(2, "families", "organisation.problem.missingValue", "", "0–1000000"));
        town.assertProblem(
                ofGroup("MAT", "CONTACT_PEDAGOGUE", "uddannelse", ",,", "kort,100,75,400")
                        + ofGroup("MAT", "CONTACT_PEDAGOGUE", "uddannelse", ",,20", "lang,200,75,400"),
                new Problem(2, "raters", "organisation.problem.missingValue", "", "0–1000000"));
        town.assertProblem(
                EDUCATION.replace("78,380,", "78,380,9"),
                new Problem(3, "families", "background.problem.otherGroupsColumn", "9", ""));
    }

    @Test
    void more_families_than_answers_are_refused() {
        town.assertProblem(
                ofGroup("MAT", "PARENT", "uddannelse", ",11,", "kort,10,75,400")
                        + ofGroup("MAT", "PARENT", "uddannelse", ",120,", "lang,200,75,400"),
                new Problem(2, "families", "background.problem.sourcesBeyondAnswers", "11", "1–10"));
    }

    @Test
    void a_family_in_two_categories_is_found_by_their_sum() {
        town.assertProblem(
                ofGroup("MAT", "PARENT", "uddannelse", ",90,", "kort,100,75,400")
                        + ofGroup("MAT", "PARENT", "uddannelse", ",111,", "lang,200,75,400"),
                new Problem(2, "families", "background.problem.moreFamilies", "201", "uddannelse, MAT"));
    }

    @Test
    void a_cross_table_with_a_column_more_is_refused() {
        String crossed = CountedTown.HEADER.replace("category", "category,category2");
        town.assertHeaderProblem(
                crossed,
                new Problem(
                        1,
                        "category2",
                        "organisation.problem.unknownColumn",
                        "",
                        "round, theme, group, background, category, n, mean, variance, families, raters"));
    }

    @Test
    void a_cpr_number_is_refused_and_not_repeated() {
        town.assertProblem(
                EDUCATION + children("uddannelse", "010190-1234,10,75,400"),
                new Problem(4, "category", "organisation.problem.cpr", "", ""));
    }
}
