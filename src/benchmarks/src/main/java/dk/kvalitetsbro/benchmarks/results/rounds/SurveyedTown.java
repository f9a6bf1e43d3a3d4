package dk.kvalitetsbro.benchmarks.results.rounds;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.demo.Centre;
import dk.kvalitetsbro.demo.DemoMunicipality;
import dk.kvalitetsbro.demo.Size;
import dk.kvalitetsbro.launcher.EmbeddedPostgres;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.results.RoundResults;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.disclosure.ProtectionGoal;
import dk.kvalitetsbro.surveys.Answers;
import dk.kvalitetsbro.surveys.Questionnaire;
import dk.kvalitetsbro.surveys.RoundClosed;
import dk.kvalitetsbro.surveys.Rounds;
import dk.kvalitetsbro.tallies.Tallies;
import dk.kvalitetsbro.themes.Needs;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** An invented municipality with the answers of three rounds, the first two of them closed. */
final class SurveyedTown implements AutoCloseable {
    private static final Logger MIGRATING = Logger.getLogger("org.flywaydb");

    static {
        MIGRATING.setLevel(Level.WARNING);
    }

    private final Connection connection;
    private final Jdbi jdbi;
    private final Answers answers;
    private final RoundResults results;

    private SurveyedTown(Connection connection) {
        this.connection = connection;
        jdbi = Database.configured(Jdbi.create(connection));
        answers = new Answers(jdbi);
        Clock clock = Clock.systemUTC();
        AuditLog audit = new AuditLog(jdbi, new CurrentActor(), clock);
        Themes themes = new Themes(jdbi, clock);
        results = new RoundResults(
                jdbi,
                new Rounds(jdbi, audit, new Unheard<>(), new Unheard<>(), clock),
                new Tallies(answers, new Questionnaire(jdbi), new Organisation(jdbi), ProtectionGoal.standard()),
                themes,
                new Needs(jdbi, themes, audit, new CurrentActor(), clock),
                clock);
    }

    static SurveyedTown on(EmbeddedPostgres postgres, Size size) throws SQLException {
        Progress.tell("Making up three rounds of " + size);
        String url = postgres.jdbcUrl();
        Flyway.configure(RoundResults.class.getClassLoader())
                .dataSource(url, postgres.user(), postgres.password())
                .defaultSchema("house")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        SurveyedTown town = new SurveyedTown(DriverManager.getConnection(url, postgres.user(), postgres.password()));
        town.fill(DemoMunicipality.of(size));
        return town;
    }

    private void fill(DemoMunicipality municipality) throws SQLException {
        connection.setAutoCommit(false);
        jdbi.useHandle(handle -> {
            addItems(handle);
            municipality.centres().forEach(centre -> addCentre(handle, centre));
        });
        for (int year : municipality.rounds()) {
            jdbi.useHandle(handle -> addRound(handle, municipality, year));
            new RoundAnswers(connection, year).add(municipality.responseFiles(year));
            connection.commit();
        }
        settle();
        List<Integer> earlier =
                municipality.rounds().subList(0, municipality.rounds().size() - 1);
        for (int year : earlier) {
            results.compute(new RoundClosed(String.valueOf(year)));
            connection.commit();
        }
        settle();
    }

    private static void addItems(Handle handle) {
        PreparedBatch items = handle.prepareBatch(
                """
                insert into surveys.item (code, grp, position, theme, text_da, text_en, scale, reversed)
                values (?, ?, ?, ?, '', '', ?, ?)""");
        Questionnaire.own().forEach((group, asked) -> {
            for (int position = 0; position < asked.size(); position++) {
                var item = asked.get(position);
                items.add(item.code(), group, position, item.theme().value(), item.scale(), item.reversed());
            }
        });
        items.execute();
    }

    private static void addCentre(Handle handle, Centre centre) {
        centre.placements()
                .forEach(placement -> handle.execute(
                        """
                        insert into organisation.centre (code, name, area_code, kind, valid_from, valid_to)
                        values (?, ?, ?, ?, ?, ?)""",
                        centre.code(),
                        centre.name(),
                        placement.areaCode(),
                        centre.kind().name(),
                        placement.valid().from(),
                        placement.valid().to().orElse(null)));
    }

    private static void addRound(Handle handle, DemoMunicipality municipality, int year) {
        String code = String.valueOf(year);
        handle.execute(
                "insert into surveys.round (code, name, opens, closes, state, closed) values (?, ?, ?, ?, 'CLOSED', now())",
                code,
                code,
                LocalDate.of(year, 9, 14),
                LocalDate.of(year, 10, 11));
        handle.execute(
                "insert into surveys.thresholds values (?, 5, 10, 0.50, 0.60, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2)",
                code);
        PreparedBatch eligible =
                handle.prepareBatch("insert into surveys.eligible (round, centre, grp, invited) values (?, ?, ?, ?)");
        municipality
                .eligible(year)
                .forEach(each ->
                        eligible.add(code, each.centreCode(), each.group().name(), each.count()));
        eligible.execute();
    }

    /** The newest round closes; afterwards everything is as if it had not. */
    double computingSeconds() throws SQLException {
        Stopwatch stopwatch = new Stopwatch();
        results.compute(new RoundClosed("2019"));
        double seconds = stopwatch.seconds();
        connection.rollback();
        settle();
        return seconds;
    }

    /** The newest round's answers are read, and nothing is done with them. */
    double readingSeconds() throws SQLException {
        Stopwatch stopwatch = new Stopwatch();
        for (RespondentGroup group : RespondentGroup.values()) {
            answers.each("2019", group, response -> {});
        }
        double seconds = stopwatch.seconds();
        connection.rollback();
        return seconds;
    }

    /** What a rollback leaves behind is cleared away, as PostgreSQL does by itself in time. */
    private void settle() throws SQLException {
        connection.setAutoCommit(true);
        jdbi.useHandle(handle -> handle.execute("vacuum analyze"));
        connection.setAutoCommit(false);
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
