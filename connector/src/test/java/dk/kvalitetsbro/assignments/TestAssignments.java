package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.catalogue.TestCatalogue;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.outbox.Delivery;
import dk.kvalitetsbro.outbox.Entry;
import dk.kvalitetsbro.outbox.Outbox;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The service on a test's database, with Karen signed in as a leader. */
public final class TestAssignments {
    static final CurrentActor KAREN = SignedIn.as("karen", Role.LEADER);

    private TestAssignments() {}

    /** Brings what was assigned there to the platform. */
    public static Delivery delivery(Jdbi jdbi, Clock clock, LearningPlatform platform) {
        return new EnrolmentDelivery(
                new AssignmentStore(jdbi, KAREN, clock), platform, TestCatalogue.on(jdbi), new Organisation(jdbi));
    }

    /** @return what there is to bring, brought or not */
    public static List<Entry> entries(Jdbi jdbi) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select id, kind, key, payload, attempts from outbox.entry order by id")
                        .mapTo(Entry.class)
                        .list());
    }

    public static Assignments on(Jdbi jdbi, Clock clock) {
        AuditLog audit = new AuditLog(jdbi, KAREN, clock);
        return new Assignments(
                new AssignmentStore(jdbi, KAREN, clock),
                new Needs(jdbi, new Themes(jdbi, clock), audit, KAREN, clock),
                TestCatalogue.on(jdbi),
                new Organisation(jdbi),
                new Outbox(jdbi, clock, new FiredEvents<>()),
                audit,
                new Texts(new Language()),
                clock);
    }
}
