package dk.kvalitetsbro.competence;

import static dk.kvalitetsbro.organisation.JobGroup.PEDAGOGICAL_ASSISTANT;
import static dk.kvalitetsbro.organisation.JobGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

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

    private void staff(String centre, JobGroup as, int done, int ongoing, int none) {
        tallies.add(new Tally(centre(centre), new ThemeCode("MAT"), as, done, ongoing, none));
    }

    private CoverageRelease all() {
        return new CoverageRelease(tallies, Optional.empty(), Disclosure.withMinimum(5));
    }

    private CoverageRelease only(JobGroup group) {
        return new CoverageRelease(tallies, Optional.of(group), Disclosure.withMinimum(5));
    }

    private static CentreCode centre(String code) {
        return new CentreCode(code);
    }

    private static Optional<Progress> shown(int done, int ongoing, int none) {
        return Optional.of(new Progress(done, ongoing, none));
    }
}
