package dk.kvalitetsbro.competence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CoverageTest {
    private final Classroom room = new Classroom();

    CoverageTest() {
        for (int i = 0; i < 15; i++) {
            room.town.pedagogue("p" + i, "C1");
        }
    }

    @Test
    void everybody_counts_once_as_done_ongoing_or_none() {
        for (int i = 0; i < 10; i++) {
            room.taking("p" + i, 11);
        }
        for (int i = 0; i < 5; i++) {
            room.taking("p" + i, 12);
            room.completed("p" + i, 11);
        }

        assertEquals(progress(5, 5, 5), cell("C1", "MAT").shown());
        assertEquals(progress(0, 5, 10), cell("C1", "NAT").shown());
        assertEquals(progress(0, 0, 15), cell("C1", "KOM").shown());
        assertEquals(progress(0, 0, 0), cell("C2", "MAT").shown());
    }

    @Test
    void a_course_that_was_given_up_is_nothing_to_count() {
        for (int i = 0; i < 15; i++) {
            room.taking("p" + i, 11);
        }
        for (int i = 0; i < 5; i++) {
            room.givenUp("p" + i, 11);
        }

        assertEquals(progress(0, 10, 5), cell("C1", "MAT").shown());
    }

    @Test
    void who_is_not_enrolled_yet_or_could_not_be_is_not_ongoing() {
        for (int i = 0; i < 15; i++) {
            room.taking("p" + i, 11);
        }
        for (int i = 0; i < 5; i++) {
            room.stands("p" + i, 11, "WAITING");
            room.stands("p" + (i + 5), 11, "PARKED");
        }

        assertEquals(progress(0, 5, 10), cell("C1", "MAT").shown());
    }

    @Test
    void fewer_than_five_are_withheld_on_the_page_and_in_the_file() {
        for (int i = 0; i < 4; i++) {
            room.completed("p" + i, 11);
        }

        String file = new CoverageCsv(new Texts(new Language())).write(room.coverage.matrix(Optional.empty()));

        assertFalse(cell("C1", "MAT").isShown());
        assertTrue(file.contains("C1;C1;MAT;Matematisk opmærksomhed og problemløsning;;;;færre end 5"), file);
        assertTrue(file.contains("C1;C1;KOM;Kommunikation og sprog;0;0;15;"), file);
    }

    @Test
    void leaders_and_those_who_have_left_are_not_counted() {
        room.town.employ("karen", "E-karen", "C1", JobGroup.LEADER);
        room.town.leaves("E-p0", LocalDate.of(2026, 5, 31));

        assertEquals(progress(0, 0, 14), cell("C1", "MAT").shown());
    }

    @Test
    void somebody_at_two_centres_counts_at_both_and_once_at_each() {
        for (int i = 0; i < 5; i++) {
            room.town.employ("p" + i, "E2-p" + i, "C2", JobGroup.PEDAGOGUE);
            room.town.employ("p" + i, "E3-p" + i, "C2", JobGroup.PEDAGOGUE);
            room.completed("p" + i, 11);
        }

        assertEquals(progress(5, 0, 10), cell("C1", "MAT").shown());
        assertEquals(progress(5, 0, 0), cell("C2", "MAT").shown());
    }

    @Test
    void a_job_group_can_be_seen_by_itself() {
        for (int i = 0; i < 6; i++) {
            room.town.employ("a" + i, "E-a" + i, "C1", JobGroup.PEDAGOGICAL_ASSISTANT);
        }

        var matrix = room.coverage.matrix(Optional.of(JobGroup.PEDAGOGICAL_ASSISTANT));

        assertEquals(progress(0, 0, 6), matrix.municipality().get(0).shown());
        assertEquals(
                List.of(progress(0, 0, 6), progress(0, 0, 0)),
                matrix.rows().stream().map(row -> row.cells().get(0).shown()).toList());
    }

    @Test
    void a_theme_of_the_municipalitys_own_has_a_column_until_it_ends() {
        room.town.ownTheme("DIGITAL", LocalDate.parse("2026-06-01")).ownTheme("FORBI", LocalDate.parse("2026-05-31"));
        room.town.course(13, "Skabe med skærme", 3, "DIGITAL", "FORBI");
        for (int i = 0; i < 5; i++) {
            room.completed("p" + i, 13);
        }

        assertEquals(progress(5, 0, 10), cell("C1", "DIGITAL").shown());
        assertEquals(13, room.coverage.matrix(Optional.empty()).themes().size(), "all but the one that has ended");
    }

    private Release<Progress> cell(String centre, String theme) {
        Coverage.Matrix matrix = room.coverage.matrix(Optional.empty());
        int column = matrix.themes().stream()
                .map(each -> each.code().value())
                .toList()
                .indexOf(theme);
        return matrix.rows().stream()
                .filter(row -> row.centre().code().value().equals(centre))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(column);
    }

    private static Optional<Progress> progress(int done, int ongoing, int none) {
        return Optional.of(new Progress(done, ongoing, none));
    }
}
