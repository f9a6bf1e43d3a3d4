package dk.kvalitetsbro.surveys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.SignedIn;
import dk.kvalitetsbro.organisation.DryRun;
import dk.kvalitetsbro.organisation.ImportKind;
import dk.kvalitetsbro.organisation.Problem;
import dk.kvalitetsbro.organisation.Upload;
import dk.kvalitetsbro.web.Migrations;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Two centres, of which one closed in 2018, and the round 2019, on a real database. */
final class SurveyFixture implements AutoCloseable {
    static final Instant NOW = Instant.parse("2019-10-20T12:00:00Z");

    final TestDatabase database = TestDatabase.begin();
    final FiredEvents<RoundClosed> closed = new FiredEvents<>();
    final FiredEvents<RoundPublished> published = new FiredEvents<>();
    final Questionnaire questionnaire = new Questionnaire(database.jdbi());
    final Rounds rounds = newRounds();
    final Answers answers = new Answers(database.jdbi());
    final ImportKind responses = new ResponseImport(database.jdbi(), rounds, questionnaire);
    final ImportKind eligible = new EligibleImport(database.jdbi(), rounds);

    SurveyFixture() {
        database.execute(
                """
                insert into organisation.centre (code, name, area_code, kind, valid_from, valid_to)
                values ('C1', 'Lindely', 'N', 'INSTITUTION', date '2010-01-01', null),
                       ('C2', 'Solhøj', 'N', 'INSTITUTION', date '2010-01-01', date '2018-12-31')""");
        questionnaire.loadIfAbsent(new Migrations.Migrated());
        rounds.plan("2019", "Kortlægning 2019", LocalDate.of(2019, 9, 14), LocalDate.of(2019, 10, 11));
    }

    private Rounds newRounds() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        AuditLog audit = new AuditLog(database.jdbi(), SignedIn.asAdministration(), clock);
        return new Rounds(database.jdbi(), audit, closed, published, clock);
    }

    DryRun check(ImportKind kind, String text) {
        return kind.check(upload(text));
    }

    void importFile(ImportKind kind, String text) {
        assertEquals(List.of(), kind.apply(upload(text)).problems());
    }

    void assertProblem(ImportKind kind, String text, Problem problem) {
        assertEquals(List.of(problem), check(kind, text).problems());
    }

    private static Upload upload(String text) {
        return new Upload("file.csv", Optional.of("2019"), text.getBytes(UTF_8));
    }

    @Override
    public void close() {
        database.close();
    }
}
