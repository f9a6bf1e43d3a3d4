package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.themes.Goals;
import dk.kvalitetsbro.themes.Level;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.themes.Themes;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Jdbi;

/** A group at the centre Solsikken in the middle of a workshop, over a real database. */
final class Group implements AutoCloseable {
    static final CentreCode SOLSIKKEN = new CentreCode("SOL");
    static final CentreCode ENGEN = new CentreCode("ENG");

    private final TestDatabase database = TestDatabase.begin();
    final Jdbi jdbi = database.jdbi();
    private final Clock clock = Clock.fixed(Instant.parse("2026-06-01T08:00:00Z"), ZoneOffset.UTC);
    private final CurrentActor karen = SignedIn.asLeaderOf(SOLSIKKEN);
    private final AuditLog audit = new AuditLog(jdbi, karen, clock);
    private final Themes themes = new Themes(jdbi, clock);
    private final long id;

    final Needs needs = new Needs(jdbi, themes, audit, karen, clock);
    final Goals goals = new Goals(jdbi, audit);
    final Material material = new Material(jdbi);
    final Workshops workshops = new Workshops(jdbi, audit, clock);
    final CoreTasks coreTasks;
    final Bubbles bubbles;
    final Links links;
    final Wonderings wonderings;
    final Priorities priorities;

    Group() {
        Voices voices = new Voices(jdbi, karen, new FiredEvents<>());
        coreTasks = new CoreTasks(jdbi, voices, clock);
        bubbles = new Bubbles(jdbi, goals, voices, clock);
        links = new Links(jdbi, voices, clock);
        wonderings = new Wonderings(jdbi, material, voices, audit, clock);
        priorities = new Priorities(jdbi, material, themes, needs, voices, audit, clock);
        id = workshops.start(SOLSIKKEN, Forum.STAFF, "Overgange").id();
    }

    /** @return the workshop as it is now */
    Workshop workshop() {
        return workshops.find(SOLSIKKEN, id).orElseThrow();
    }

    void hasCoreTask() {
        coreTasks.write(workshop(), 0, "Hvert barn bliver set", "Begge handler om nærvær");
    }

    /** @return the id of a new bubble of the group's own */
    long bubble(String text) {
        bubbles.add(workshop(), Level.INSTITUTION, text);
        return bubbles.of(workshop()).stream()
                .filter(bubble -> bubble.text().da().equals(text))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** @return the id of a new question */
    long question(String text) {
        wonderings.wonder(workshop(), Topic.NATIONAL, text);
        return wonderings.of(workshop()).get(0).id();
    }

    @Override
    public void close() {
        database.close();
    }
}
