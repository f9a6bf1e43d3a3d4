package dk.kvalitetsbro.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.themes.Themes;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** Two courses, here on a real database and on a platform in memory, and what brings the two in line. */
final class TwoSides {
    final Jdbi jdbi = TestDatabase.begin().jdbi();
    final AuditLog audit = new AuditLog(jdbi, SignedIn.as("anne", Role.ADMINISTRATION), Clock.systemUTC());
    final FiredEvents<LinksDue> due = new FiredEvents<>();
    final Proposals proposals = new Proposals(jdbi, new Themes(jdbi, Clock.systemUTC()), audit, due);
    final OtherSide moodle = new OtherSide(2L, 3L);
    final LinkMatching matching = TestCatalogue.matching(jdbi, moodle);
    final SmallTown town = new SmallTown(jdbi).course(2, "Tal", 3).course(3, "Skov", 3);

    private final Catalogue catalogue = TestCatalogue.on(jdbi);
    private final Attachments attachments = new Attachments(jdbi, new Themes(jdbi, Clock.systemUTC()), audit, due);

    /** Somebody attaches the course to these themes, and to no others. */
    void attach(long course, String... codes) {
        attachments.replace(catalogue.find(course).orElseThrow(), List.of(codes));
    }

    /** The course with the number 2 was linked with mathematics, and is so no longer on the platform. */
    void removedThere() {
        attach(2, "MAT");
        matching.round();
        moodle.unlink(2, "MAT");
        matching.round();
    }

    void gone(long course) {
        jdbi.useHandle(handle -> handle.execute("update catalogue.offered set gone = true where id = ?", course));
    }

    List<String> attached(long course) {
        return catalogue.find(course).orElseThrow().themes().stream()
                .map(Object::toString)
                .sorted()
                .toList();
    }

    Proposal onlyProposal() {
        List<Proposal> open = proposals.open();
        assertEquals(1, open.size());
        return open.get(0);
    }

    /** What waits for a decision, such as "Tal MAT ADDED". */
    List<String> open() {
        return TestCatalogue.proposals(jdbi);
    }
}
