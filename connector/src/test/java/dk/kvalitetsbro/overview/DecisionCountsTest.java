package dk.kvalitetsbro.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.surveys.Rounds;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many needs leaders have decided about. */
class DecisionCountsTest {
    private final TestDatabase database = TestDatabase.begin();
    private final MovableClock clock = new MovableClock();
    private final SmallTown town = new SmallTown(database.jdbi()).centre("C1").centre("C2");

    @BeforeEach
    void two_published_rounds() {
        for (int year : new int[] {2017, 2019}) {
            database.execute(
                    """
                    insert into surveys.round (code, name, opens, closes, state, closed)
                    values (?, ?, ?::date, ?::date, 'PUBLISHED', now())""",
                    "" + year,
                    "Runden",
                    year + "-09-01",
                    year + "-10-01");
        }
    }

    @AfterEach
    void leaveNothing() {
        database.close();
    }

    @Test
    void each_centres_needs_are_counted_by_what_was_decided_last() {
        need("C1", "MAT", "2019");
        decide(need("C1", "SOC", "2019"), "DEFERRED", "ACCEPTED");
        decide(need("C2", "SOC", "2019"), "REJECTED");

        assertEquals(
                Map.of(
                        new CentreCode("C1"),
                        new Decisions(1, 1, 0, 0),
                        new CentreCode("C2"),
                        new Decisions(0, 0, 0, 1)),
                counts().byCentre());
        assertEquals(new Decisions(1, 1, 0, 1), counts().together());
        assertEquals(3, counts().together().all());
    }

    @Test
    void what_was_not_decided_in_an_older_round_has_given_way() {
        need("C1", "MAT", "2017");
        decide(need("C1", "SOC", "2017"), "DEFERRED");

        assertEquals(new Decisions(0, 0, 1, 0), counts().together());
    }

    @Test
    void what_a_workshop_put_first_counts_too_and_a_centre_that_is_closed_does_not() {
        town.need("C1", "MAT", "PRIORITY", "Fra workshoppen");
        need("C2", "MAT", "2019");
        database.execute("update organisation.centre set valid_to = ? where code = 'C2'", LocalDate.of(2020, 1, 1));

        assertEquals(new Decisions(1, 0, 0, 0), counts().together());
    }

    private DecisionCounts counts() {
        var audit = new AuditLog(database.jdbi(), new CurrentActor(), clock);
        var rounds = new Rounds(database.jdbi(), audit, new FiredEvents<>(), new FiredEvents<>(), clock);
        return new DecisionCounts(database.jdbi(), rounds, clock);
    }

    private long need(String centre, String theme, String round) {
        long need = town.need(centre, theme, "Hvad kan ligge bag?");
        database.execute("update themes.need set round = ? where id = ?", round, need);
        return need;
    }

    private void decide(long need, String... choices) {
        for (String choice : choices) {
            database.execute(
                    "insert into themes.decision (need, choice, reason, decided, by_whom) values (?, ?, 'Fordi', now(), 'karen')",
                    need,
                    choice);
        }
    }
}
