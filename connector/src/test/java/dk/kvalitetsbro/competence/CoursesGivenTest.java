package dk.kvalitetsbro.competence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.CentreCode;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How many people were given a course, as far as it may be told. */
class CoursesGivenTest {
    private static final CentreCode C1 = new CentreCode("C1");
    private static final OffsetDateTime SPRING = OffsetDateTime.parse("2026-02-01T12:00:00Z");

    private final TestDatabase database = TestDatabase.begin();
    private final SmallTown town = new SmallTown(database.jdbi())
            .centre("C1")
            .course(1, "Tal i hverdagen", 4, "MAT")
            .course(2, "Leg med tal", 4, "MAT");
    private final long need = town.need("C1", "MAT", "Fordi.");
    private final CoursesGiven given = new CoursesGiven(database.jdbi());

    @AfterEach
    void leaveNothing() {
        database.close();
    }

    @Test
    void nobody_at_all_may_be_told() {
        assertEquals(Optional.of(new Progress(0, 0, 0)), given.count().at(C1).shown());
        assertEquals(
                Optional.of(new Progress(0, 0, 0)), given.count().municipality().shown());
    }

    @Test
    void five_who_have_completed_and_five_who_are_ongoing_may_be_told() {
        taking(1, 10, 1);
        complete(1, 5);

        assertEquals(Optional.of(new Progress(5, 5, 0)), given.count().at(C1).shown());
        assertEquals(
                Optional.of(new Progress(5, 5, 0)), given.count().municipality().shown());
    }

    @Test
    void fewer_than_five_of_a_kind_are_withheld_at_the_centre_and_in_the_total() {
        taking(1, 10, 1);
        complete(1, 4);

        assertEquals(Optional.empty(), given.count().at(C1).shown());
        assertEquals(Optional.empty(), given.count().municipality().shown());
    }

    @Test
    void somebody_with_two_courses_counts_once_and_as_done_when_one_is() {
        taking(1, 6, 1);
        taking(1, 6, 2);
        complete(1, 6);

        assertEquals(Optional.of(new Progress(6, 0, 0)), given.count().at(C1).shown());
    }

    @Test
    void a_course_that_was_given_up_counts_for_nobody() {
        taking(1, 6, 1);
        database.execute("update assignments.assignment set state = 'WITHDRAWN'");

        assertEquals(Optional.of(new Progress(0, 0, 0)), given.count().at(C1).shown());
    }

    @Test
    void the_hours_of_all_courses_are_told_together_and_how_many_courses_have_none() {
        town.course(3, "Uden timer", null, "MAT");
        taking(1, 6, 1);
        taking(1, 5, 2);
        taking(6, 6, 3);
        database.execute(
                "update assignments.assignment set state = 'WITHDRAWN' where course = 2 and person_key = 'p5'");

        assertEquals(
                Optional.of(new CoursesGiven.Hours(6 * 4 + 4 * 4, 1)),
                given.count().hours().shown());
    }

    @Test
    void hours_are_withheld_where_the_people_are() {
        taking(1, 10, 1);
        complete(1, 4);

        assertEquals(Optional.empty(), given.count().hours().shown());
    }

    private void taking(int first, int last, long course) {
        for (int i = first; i <= last; i++) {
            town.taking("p" + i, course, need, SPRING);
        }
    }

    /** The first course, of those from the first person to the last. */
    private void complete(int first, int last) {
        for (int i = first; i <= last; i++) {
            database.execute(
                    "update assignments.assignment set state = 'COMPLETED' where course = 1 and person_key = ?",
                    "p" + i);
        }
    }
}
