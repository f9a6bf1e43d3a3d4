package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.assignments.TestAssignments;
import dk.kvalitetsbro.catalogue.Catalogue;
import dk.kvalitetsbro.catalogue.TestCatalogue;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.themes.Themes;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The services of this package on a real database, with two courses and a need that they answer. */
final class Classroom {
    static final Instant NOON = Instant.parse("2026-05-30T10:00:00Z");

    final Jdbi jdbi;
    final MovableClock clock = new MovableClock();
    final SmallTown town;
    final Organisation organisation;
    final Catalogue catalogue;
    final Competence competence;
    final LearningRecords records;
    final Coverage coverage;
    final long need;

    Classroom() {
        this(TestDatabase.begin().jdbi());
    }

    Classroom(Jdbi jdbi) {
        this.jdbi = jdbi;
        town = new SmallTown(jdbi);
        organisation = new Organisation(jdbi);
        catalogue = TestCatalogue.on(jdbi);
        competence = new Competence(jdbi, TestAssignments.on(jdbi, clock), clock);
        records = new LearningRecords(jdbi, catalogue, organisation, clock);
        coverage = new Coverage(jdbi, organisation, new Themes(jdbi, clock), clock);
        town.centre("C1").centre("C2").course(11, "Matematik", 6, "MAT").course(12, "Tal", 3, "MAT", "NAT");
        need = town.need("C1", "MAT", "Børnene måler sjældent selv.");
    }

    /** An assignment due in September, enrolled in Moodle. */
    void taking(String person, long course) {
        town.taking(person, course, need, OffsetDateTime.now(clock));
    }

    void givenUp(String person, long course) {
        jdbi.useHandle(handle -> handle.execute(
                "update assignments.assignment set state = 'WITHDRAWN' where person_key = ? and course = ?",
                person,
                course));
    }

    void stands(String person, long course, String state) {
        jdbi.useHandle(handle -> handle.execute(
                """
                update assignments.assignment set state = ?, obstacle = case when ? = 'PARKED' then 'NO_ACCOUNT' end
                 where person_key = ? and course = ?""",
                state,
                state,
                person,
                course));
    }

    void completed(String person, long course) {
        competence.heard(List.of(completion(person, course)));
    }

    static CompletionSource.Completion completion(String person, long course) {
        return new CompletionSource.Completion(SmallTown.key(person), course, Optional.of(NOON));
    }
}
