package dk.kvalitetsbro.competence;

import static dk.kvalitetsbro.organisation.JobGroup.PEDAGOGICAL_ASSISTANT;
import static dk.kvalitetsbro.organisation.JobGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CoverageReleaseTest {
    private final List<Tally> tallies = new ArrayList<>();

    @Test
    void nobody_or_five_of_a_kind_may_be_shown() {
        staff("A", PEDAGOGUE, 5, 0, 9);

        assertEquals(shown(5, 0, 9), all().at(centre("A")).shown());
    }

    @Test
    void one_to_four_of_any_kind_withhold_the_cell() {
        staff("A", PEDAGOGUE, 4, 0, 9);
        staff("B", PEDAGOGUE, 5, 1, 9);
        staff("C", PEDAGOGUE, 5, 5, 3);

        assertEquals(
                List.of(false, false, false),
                List.of(
                        all().at(centre("A")).isShown(),
                        all().at(centre("B")).isShown(),
                        all().at(centre("C")).isShown()));
    }

    @Test
    void all_job_groups_together_count_as_one() {
        staff("A", PEDAGOGUE, 4, 0, 9);
        staff("A", PEDAGOGICAL_ASSISTANT, 3, 0, 1);

        assertEquals(shown(7, 0, 10), all().at(centre("A")).shown());
    }

    @Test
    void a_job_group_is_withheld_where_the_other_one_could_be_worked_out_from_it() {
        staff("A", PEDAGOGUE, 6, 0, 9);
        staff("A", PEDAGOGICAL_ASSISTANT, 1, 0, 5);

        assertEquals(shown(7, 0, 14), all().at(centre("A")).shown());
        assertEquals(Optional.empty(), only(PEDAGOGUE).at(centre("A")).shown());
    }

    @Test
    void a_job_group_shows_where_no_group_is_small() {
        staff("A", PEDAGOGUE, 6, 0, 9);
        staff("A", PEDAGOGICAL_ASSISTANT, 5, 0, 0);

        assertEquals(shown(6, 0, 9), only(PEDAGOGUE).at(centre("A")).shown());
    }

    @Test
    void a_centre_without_staff_has_nobody() {
        assertEquals(shown(0, 0, 0), all().at(centre("A")).shown());
    }

    @Test
    void the_total_shows_when_no_centre_is_withheld() {
        staff("A", PEDAGOGUE, 5, 5, 5);
        staff("B", PEDAGOGUE, 6, 0, 8);

        assertEquals(shown(11, 5, 13), all().inAll().shown());
    }

    @Test
    void the_total_is_withheld_when_it_would_reveal_the_one_withheld_centre() {
        staff("A", PEDAGOGUE, 10, 10, 10);
        staff("B", PEDAGOGUE, 3, 7, 7);

        assertEquals(Optional.empty(), all().inAll().shown());
    }

    @Test
    void the_total_shows_when_the_withheld_centres_are_many_together() {
        staff("A", PEDAGOGUE, 10, 10, 10);
        staff("B", PEDAGOGUE, 3, 7, 7);
        staff("C", PEDAGOGUE, 2, 7, 7);

        assertEquals(shown(15, 24, 24), all().inAll().shown());
    }

    @Test
    void a_job_groups_total_is_withheld_when_it_would_reveal_the_other_group_of_the_one_withheld_centre() {
        staff("A", PEDAGOGUE, 10, 10, 10);
        staff("A", PEDAGOGICAL_ASSISTANT, 5, 5, 5);
        staff("B", PEDAGOGUE, 6, 6, 6);
        staff("B", PEDAGOGICAL_ASSISTANT, 1, 5, 5);

        assertEquals(Optional.empty(), only(PEDAGOGUE).inAll().shown());
    }

    @Test
    void the_total_is_withheld_where_one_of_two_withheld_centres_is_so_small_that_it_hides_little_of_the_other() {
        staff("A", PEDAGOGUE, 10, 10, 10);
        staff("B", PEDAGOGUE, 4, 9, 0);
        staff("C", PEDAGOGUE, 1, 0, 0);

        assertEquals(Optional.empty(), all().inAll().shown());
    }

    @Test
    void the_total_is_withheld_where_everybody_at_the_withheld_centres_has_come_as_far() {
        staff("A", PEDAGOGUE, 10, 10, 10);
        staff("B", PEDAGOGUE, 4, 0, 0);
        staff("C", PEDAGOGUE, 4, 0, 0);

        assertEquals(Optional.empty(), all().inAll().shown());
    }

    @Test
    void the_total_is_withheld_where_the_withheld_centres_together_are_few() {
        staff("A", PEDAGOGUE, 2, 6, 6);
        staff("B", PEDAGOGUE, 2, 6, 6);
        staff("C", PEDAGOGUE, 9, 9, 9);

        assertEquals(Optional.empty(), all().inAll().shown());
    }

    @Test
    void job_groups_totals_are_withheld_where_they_add_up_to_a_total_that_is() {
        staff("A", PEDAGOGUE, 2, 6, 6);
        staff("A", PEDAGOGICAL_ASSISTANT, 0, 9, 9);
        staff("B", PEDAGOGUE, 2, 6, 6);
        staff("B", PEDAGOGICAL_ASSISTANT, 0, 9, 9);
        staff("C", PEDAGOGUE, 2, 6, 6);
        staff("C", PEDAGOGICAL_ASSISTANT, 5, 6, 6);

        assertEquals(shown(7, 12, 12), all().at(centre("C")).shown());
        assertEquals(Optional.empty(), all().inAll().shown());
        assertEquals(Optional.empty(), only(PEDAGOGUE).inAll().shown());
        assertEquals(Optional.empty(), only(PEDAGOGICAL_ASSISTANT).inAll().shown());
    }

    @Test
    void job_groups_totals_show_where_the_withheld_centres_hide_each_others_groups() {
        // Four of A's pedagogues have not begun. Of 5 who have not, 3 assistants can be at most 3.
        staff("A", PEDAGOGUE, 18, 0, 4);
        staff("A", PEDAGOGICAL_ASSISTANT, 2, 0, 1);
        staff("B", PEDAGOGUE, 9, 0, 9);
        staff("B", PEDAGOGICAL_ASSISTANT, 4, 0, 9);
        staff("C", PEDAGOGUE, 9, 0, 9);
        staff("C", PEDAGOGICAL_ASSISTANT, 4, 0, 9);

        assertEquals(shown(36, 0, 22), only(PEDAGOGUE).inAll().shown());
        assertEquals(shown(10, 0, 19), only(PEDAGOGICAL_ASSISTANT).inAll().shown());
    }

    @Test
    void a_job_groups_total_is_withheld_where_what_is_withheld_of_it_is_few_together() {
        for (String centre : List.of("A", "B")) {
            staff(centre, PEDAGOGUE, 2, 0, 9);
            staff(centre, PEDAGOGICAL_ASSISTANT, 5, 0, 6);
        }
        staff("C", PEDAGOGUE, 9, 0, 9);

        assertEquals(shown(23, 0, 39), all().inAll().shown());
        assertEquals(Optional.empty(), only(PEDAGOGUE).inAll().shown());
    }

    @Test
    void centres_that_are_not_told_of_help_to_hide_a_small_group_of_one_that_is() {
        staff("A", PEDAGOGUE, 4, 0, 9);
        staff("A", PEDAGOGICAL_ASSISTANT, 4, 0, 9);
        for (String centre : List.of("B", "C")) {
            staff(centre, PEDAGOGUE, 6, 3, 9);
            staff(centre, PEDAGOGICAL_ASSISTANT, 6, 0, 9);
        }

        assertEquals(shown(16, 6, 27), only(PEDAGOGUE).inAll().shown());
    }

    @Test
    void the_total_shows_where_an_only_employee_may_have_completed_or_not() {
        staff("A", PEDAGOGUE, 4, 9, 0);
        staff("B", PEDAGOGUE, 3, 9, 0);
        staff("C", PEDAGOGUE, 1, 0, 0);

        assertEquals(shown(8, 18, 0), all().inAll().shown());
    }

    @ParameterizedTest
    @EnumSource(names = {"PEDAGOGUE", "PEDAGOGICAL_ASSISTANT"})
    void job_groups_totals_are_withheld_where_no_other_centre_hides_a_small_group(JobGroup small) {
        // Had a third of A's group completed instead of one of the rest, B could not make up for it: none of B's rest
        // has not.
        JobGroup rest = small == PEDAGOGUE ? PEDAGOGICAL_ASSISTANT : PEDAGOGUE;
        staff("A", small, 2, 0, 9);
        staff("A", rest, 5, 0, 6);
        staff("B", small, 6, 0, 9);
        staff("B", rest, 1, 0, 0);

        assertEquals(shown(7, 0, 15), all().at(centre("A")).shown());
        assertEquals(shown(14, 0, 24), all().inAll().shown());
        assertEquals(Optional.empty(), only(PEDAGOGUE).inAll().shown());
    }

    @Test
    void job_groups_totals_are_withheld_where_the_centres_that_are_not_told_of_hide_too_little_of_a_group() {
        staff("A", PEDAGOGUE, 4, 20, 0);
        staff("B", PEDAGOGUE, 3, 0, 0);
        staff("B", PEDAGOGICAL_ASSISTANT, 0, 3, 20);
        staff("C", PEDAGOGUE, 0, 0, 0);
        staff("C", PEDAGOGICAL_ASSISTANT, 0, 2, 20);

        assertEquals(shown(7, 25, 40), all().inAll().shown());
        assertEquals(Optional.empty(), only(PEDAGOGUE).inAll().shown());
    }

    private void staff(String centre, JobGroup as, int done, int ongoing, int none) {
        tallies.add(new Tally(centre(centre), new ThemeCode("MAT"), as, done, ongoing, none));
    }

    private CoverageRelease all() {
        return new CoverageRelease(tallies, Optional.empty());
    }

    private CoverageRelease only(JobGroup group) {
        return new CoverageRelease(tallies, Optional.of(group));
    }

    private static CentreCode centre(String code) {
        return new CentreCode(code);
    }

    private static Optional<Progress> shown(int done, int ongoing, int none) {
        return Optional.of(new Progress(done, ongoing, none));
    }
}
