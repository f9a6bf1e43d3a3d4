package dk.kvalitetsbro;

import dk.kvalitetsbro.launcher.EmbeddedPostgres;
import dk.kvalitetsbro.web.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;

/**
 * Real PostgreSQL for tests: one server for all of them. A test takes one transaction that is never committed
 * ({@link #begin}), or, when what it tries needs several connections, a database of its own ({@link #fresh}), which takes
 * longer. Either lasts until the next test asks for one.
 */
public final class TestDatabase implements AutoCloseable {
    private static final String TEMPLATE = "migrated";
    private static final String SHARED = "shared";
    private static final String OWN = "own";
    private static final EmbeddedPostgres SERVER = start();
    private static final Connection CONNECTION = connect();

    private final Connection connection;
    private final Jdbi jdbi;

    private TestDatabase(Connection connection) {
        this.connection = connection;
        this.jdbi = Database.configured(Jdbi.create(connection));
    }

    /** @return SQL as the connector does it, on a database with every schema and no rows but the migrations' own */
    public static Jdbi fresh() {
        copyTemplate(SERVER, OWN);
        return Database.configured(Jdbi.create(url(OWN), SERVER.user(), SERVER.password()));
    }

    /** @return one transaction on the schemas as the migrations leave them */
    public static TestDatabase begin() {
        var database = new TestDatabase(CONNECTION);
        database.close();
        return database;
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
        try {
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static EmbeddedPostgres start() {
        EmbeddedPostgres server = EmbeddedPostgres.temporary();
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        execute(server, "create database " + TEMPLATE);
        Flyway.configure()
                .dataSource(url(server, TEMPLATE), server.user(), server.password())
                .defaultSchema("house")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .load()
                .migrate();
        copyTemplate(server, SHARED);
        return server;
    }

    private static Connection connect() {
        try {
            Connection connection = DriverManager.getConnection(url(SHARED), SERVER.user(), SERVER.password());
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Copying files is quicker than what PostgreSQL does by default, as long as nothing waits for the disk. */
    private static void copyTemplate(EmbeddedPostgres server, String name) {
        execute(server, "drop database if exists " + name + " with (force)");
        execute(server, "create database " + name + " template " + TEMPLATE + " strategy file_copy");
    }

    private static void execute(EmbeddedPostgres server, String sql) {
        Jdbi.create(server.jdbcUrl(), server.user(), server.password()).useHandle(handle -> handle.execute(sql));
    }

    private static String url(String database) {
        return url(SERVER, database);
    }

    private static String url(EmbeddedPostgres server, String database) {
        return server.jdbcUrl().replaceFirst("[^/]+$", database);
    }
}
