package dk.kvalitetsbro.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.themes.Themes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** "Fund uden tiltag": what a published round called for and nothing has come of. */
class OpenFindingsTest {
    private static final OffsetDateTime PUBLISHED = OffsetDateTime.parse("2026-02-01T12:00:00Z");

    private final TestDatabase database = TestDatabase.begin();
    private final Clock clock = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private final SmallTown town = new SmallTown(database.jdbi())
            .centre("C1")
            .centre("B1")
            .pedagogue("maja", "C1")
            .course(1, "Tal i hverdagen", 4, "MAT");

    @BeforeEach
    void two_published_rounds() {
        round("2017", "2017-09-01");
        round("2019", "2019-09-01");
    }

    @AfterEach
    void leaveNothing() {
        database.close();
    }

    @Test
    void undecided_findings_stand_centre_by_centre_in_alphabetical_order() {
        finding("2019", "C1", "SOC");
        finding("2019", "C1", "APU");
        finding("2019", "B1", "MAT");

        assertEquals(List.of("B1 MAT UNDECIDED", "C1 APU UNDECIDED", "C1 SOC UNDECIDED"), told());
        assertEquals(PUBLISHED.toInstant(), open().get(0).since().toInstant());
    }

    @Test
    void a_finding_that_was_accepted_waits_until_somebody_has_a_course_because_of_it() {
        long need = finding("2019", "C1", "MAT");
        decide(need, "ACCEPTED");
        assertEquals(List.of("C1 MAT NOTHING_ASSIGNED"), told());
        assertEquals(Set.of(need), findings().withoutCourses(new CentreCode("C1")));

        town.taking("maja", 1, need, PUBLISHED.plusDays(3));
        assertEquals(List.of(), told());
        assertEquals(Set.of(), findings().withoutCourses(new CentreCode("C1")));
    }

    @Test
    void a_course_that_was_given_up_answers_nothing() {
        long need = finding("2019", "C1", "MAT");
        decide(need, "ACCEPTED");
        town.taking("maja", 1, need, PUBLISHED.plusDays(3));
        database.execute("update assignments.assignment set state = 'WITHDRAWN'");

        assertEquals(List.of("C1 MAT NOTHING_ASSIGNED"), told());
    }

    @Test
    void a_finding_that_was_put_off_waits_and_one_that_was_put_aside_does_not() {
        decide(finding("2019", "C1", "MAT"), "DEFERRED");
        decide(finding("2019", "C1", "SOC"), "REJECTED");

        assertEquals(List.of("C1 MAT DEFERRED"), told());
        assertEquals(PUBLISHED.plusDays(1).toInstant(), open().get(0).since().toInstant(), "since the decision");
    }

    @Test
    void undecided_findings_of_an_older_round_have_given_way_but_decisions_on_them_have_not() {
        finding("2017", "C1", "MAT");
        decide(finding("2017", "C1", "SOC"), "ACCEPTED");

        assertEquals(List.of("C1 SOC NOTHING_ASSIGNED"), told());
    }

    @Test
    void what_a_workshop_put_first_is_no_finding() {
        decide(town.need("C1", "MAT", "PRIORITY", "Fra workshoppen"), "ACCEPTED");

        assertEquals(List.of(), told());
    }

    @Test
    void the_municipalitys_own_findings_come_first_and_wait_for_focus_and_a_course() {
        database.execute("update themes.theme set focus = false");
        municipal("2019", "MAT", "CONFIRMED");
        municipal("2019", "SOC", "STRENGTH");
        municipal("2017", "APU", "CONFIRMED");
        long need = finding("2019", "B1", "MAT");
        assertEquals(List.of(" MAT UNDECIDED", "B1 MAT UNDECIDED"), told());

        town.taking("maja", 1, need, PUBLISHED.plusDays(3));
        assertEquals(List.of(" MAT UNDECIDED"), told(), "a course alone does not make it the municipality's");

        database.execute("update themes.theme set focus = true where code = 'MAT'");
        assertEquals(List.of(), told());

        database.execute("update assignments.assignment set assigned = ?", PUBLISHED.minusDays(1));
        assertEquals(List.of(" MAT NOTHING_ASSIGNED"), told());
    }

    @Test
    void nothing_of_the_municipality_is_told_before_publication() {
        municipal("2019", "MAT", "CONFIRMED");
        database.execute("update results.round_result set published = null");

        assertEquals(List.of(), told());
    }

    private OpenFindings findings() {
        var audit = new AuditLog(database.jdbi(), new CurrentActor(), clock);
        var rounds = new Rounds(database.jdbi(), audit, new FiredEvents<>(), new FiredEvents<>(), clock);
        return new OpenFindings(database.jdbi(), rounds, new Themes(database.jdbi(), clock), clock);
    }

    private List<OpenFinding> open() {
        return findings().all();
    }

    private List<String> told() {
        return open().stream()
                .map(finding -> finding.centreName() + " " + finding.theme() + " " + finding.status())
                .toList();
    }

    private void round(String code, String opens) {
        database.execute(
                """
                insert into surveys.round (code, name, opens, closes, state, closed)
                values (?, ?, ?::date, ?::date + 28, 'PUBLISHED', now())""",
                code,
                "Kortlægning " + code,
                opens,
                opens);
        database.execute(
                "insert into results.round_result (round, rule_version, computed, published) values (?, '3', ?, ?)",
                code,
                PUBLISHED,
                PUBLISHED);
    }

    private long finding(String round, String centre, String theme) {
        long need = town.need(centre, theme, "Hvad kan ligge bag?");
        database.execute("update themes.need set round = ?, raised = ? where id = ?", round, PUBLISHED, need);
        return need;
    }

    private void decide(long need, String choice) {
        database.execute(
                "insert into themes.decision (need, choice, reason, decided, by_whom) values (?, ?, 'Fordi', ?, 'karen')",
                need,
                choice,
                PUBLISHED.plusDays(1));
    }

    private void municipal(String round, String theme, String status) {
        database.execute("insert into results.municipal_finding values (?, ?, ?, 1, false, 0)", round, theme, status);
    }
}
