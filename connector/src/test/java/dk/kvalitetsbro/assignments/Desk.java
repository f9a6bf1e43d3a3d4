package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.catalogue.Catalogue;
import dk.kvalitetsbro.catalogue.TestCatalogue;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.outbox.Entry;
import dk.kvalitetsbro.outbox.Outcome;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.themes.Themes;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Karen's desk: the services of this package on a real database, with her signed in as the leader of one centre. */
final class Desk {
    static final CentreCode HERE = new CentreCode("C1");
    static final LocalDate DUE = LocalDate.of(2026, 9, 1);

    final Jdbi jdbi = TestDatabase.begin().jdbi();
    final MovableClock clock = new MovableClock();
    final SmallTown town = new SmallTown(jdbi);
    final AuditLog audit = new AuditLog(jdbi, TestAssignments.KAREN, clock);
    final Organisation organisation = new Organisation(jdbi);
    final Needs needs = new Needs(jdbi, new Themes(jdbi, clock), audit, TestAssignments.KAREN, clock);
    final Catalogue catalogue = TestCatalogue.on(jdbi);
    final AssignmentStore store = new AssignmentStore(jdbi, TestAssignments.KAREN, clock);
    final Assignments assignments = TestAssignments.on(jdbi, clock);
    final ScriptedPlatform platform = new ScriptedPlatform();
    final EnrolmentDelivery delivery = new EnrolmentDelivery(store, platform, catalogue, organisation);
    final FollowUp followUp = new FollowUp(jdbi, needs, catalogue, organisation, clock);
    final long need;

    Desk() {
        town.centre("C1").centre("C2").course(11, "Matematik i hverdagen", 6, "MAT");
        town.employ("karen", "E-karen", "C1", JobGroup.LEADER);
        town.pedagogue("maja", "C1").pedagogue("ole", "C1").pedagogue("ida", "C1");
        need = town.need("C1", "MAT", "Børnene måler sjældent selv.");
    }

    Order order(String... people) {
        return new Order(HERE, need, 11, employments(people), DUE, true);
    }

    static Set<String> employments(String... people) {
        return Stream.of(people).map(person -> "E-" + person).collect(Collectors.toSet());
    }

    /** @return what the outbox has for the learning platform, delivered or not */
    List<Entry> entries() {
        return TestAssignments.entries(jdbi);
    }

    /** The platform refuses the person, and HR removes the line from the worklist. */
    void dropEnrolmentOf(String person) {
        platform.answering(person, LearningPlatform.Result.NO_ACCOUNT);
        var outcomes = delivery.deliver(entries());
        entries().stream()
                .filter(entry -> outcomes.get(entry.id()) instanceof Outcome.Parked)
                .forEach(delivery::dropped);
    }

    List<String> states() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select person_key || ' ' || state from assignments.assignment order by 1")
                        .mapTo(String.class)
                        .list());
    }
}
