package dk.kvalitetsbro;

import dk.kvalitetsbro.launcher.EmbeddedPostgres;
import dk.kvalitetsbro.launcher.TemporaryFolder;
import dk.kvalitetsbro.web.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * Real PostgreSQL for tests: one server for all of them. A test takes either one transaction that is rolled back at the
 * end ({@link #begin}), or, when what it tries commits or uses several connections, a database of its own
 * ({@link #fresh}).
 */
public final class TestDatabase implements AutoCloseable {
    private static final String TEMPLATE = "migrated";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();
    private static final String SHARED = copy();

    private final Connection connection;
    private final Jdbi jdbi;

    private TestDatabase(Connection connection) {
        this.connection = connection;
        this.jdbi = Database.configured(Jdbi.create(connection));
    }

    /** @return SQL as the connector does it, on a database with every schema and no rows but the migrations' own */
    public static Jdbi fresh() {
        return Database.configured(Jdbi.create(url(copy()), SERVER.user(), SERVER.password()));
    }

    /** @return one transaction on the schemas as the migrations leave them */
    public static TestDatabase begin() {
        try {
            Connection connection = DriverManager.getConnection(url(SHARED), SERVER.user(), SERVER.password());
            connection.setAutoCommit(false);
            return new TestDatabase(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return SQL within this test's transaction, as services get it injected */
    public Jdbi jdbi() {
        return jdbi;
    }

    /** Runs one statement, for arranging a test. */
    public void execute(String sql, Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
    }

    /** @return the one number that a query yields */
    public long number(String sql) {
        return jdbi.withHandle(
                handle -> handle.createQuery(sql).mapTo(long.class).one());
    }

    /** Rolls everything back. */
    @Override
    public void close() {
        try (connection) {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        TemporaryFolder folder = TemporaryFolder.create();
        EmbeddedPostgres server = EmbeddedPostgres.start(folder.path().resolve("postgres"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            folder.close();
        }));
        Jdbi.create(server.jdbcUrl(), server.user(), server.password())
                .useHandle(handle -> handle.execute("create database " + TEMPLATE));
        Flyway.configure()
                .dataSource(url(server, TEMPLATE), server.user(), server.password())
                .defaultSchema("house")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        return server;
    }

    private static String copy() {
        String name = "test" + COUNT.incrementAndGet();
        Jdbi.create(SERVER.jdbcUrl(), SERVER.user(), SERVER.password())
                .useHandle(handle -> handle.execute("create database " + name + " template " + TEMPLATE));
        return name;
    }

    private static String url(String database) {
        return url(SERVER, database);
    }

    private static String url(EmbeddedPostgres server, String database) {
        return server.jdbcUrl().replaceFirst("[^/]+$", database);
    }
}
