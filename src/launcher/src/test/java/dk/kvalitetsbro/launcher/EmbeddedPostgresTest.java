package dk.kvalitetsbro.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedPostgresTest {
    private final TemporaryFolder temporary = TemporaryFolder.create();
    private final Path folder = temporary.path().resolve("postgres");

    @AfterEach
    void leaveNothingBehind() {
        temporary.close();
    }

    @Test
    void what_was_written_is_there_after_a_restart() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            write(postgres, "Lindely");
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertEquals(List.of("Lindely"), written(postgres));
        }
    }

    @Test
    void what_was_committed_survives_a_killed_server() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            write(postgres, "Lindely");
            kill(postgres.running().orElseThrow());
            assertTrue(postgres.running().isEmpty());
        }
        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertEquals(List.of("Lindely"), written(postgres));
        }
    }

    @Test
    void a_server_whose_owner_was_killed_is_stopped_before_the_next_one_starts() throws Exception {
        var owner = ForsakenProcess.start(EmbeddedPostgresTest.class, folder.toString(), "Lindely");
        kill(owner.toHandle());

        try (var postgres = EmbeddedPostgres.start(folder)) {
            assertEquals(List.of("Lindely"), written(postgres));
        }
    }

    /** Starts a PostgreSQL on a folder, writes a centre, tells so, and waits to be killed. */
    public static void main(String[] arguments) throws Exception {
        write(EmbeddedPostgres.start(Path.of(arguments[0])), arguments[1]);
        ForsakenProcess.tellAndWait();
    }

    @Test
    void a_first_start_cut_short_is_made_again() throws IOException, SQLException {
        Files.createDirectories(folder.resolve("data.new").resolve("base"));
        try (var postgres = EmbeddedPostgres.start(folder)) {
            write(postgres, "Lindely");
            assertEquals(List.of("Lindely"), written(postgres));
        }
    }

    @Test
    void root_without_user_namespaces_starts_it_as_a_system_user() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder, withoutUserNamespaces())) {
            write(postgres, "Lindely");
        }
        try (var postgres = EmbeddedPostgres.start(folder, withoutUserNamespaces())) {
            assertEquals(List.of("Lindely"), written(postgres));
        }
    }

    @Test
    void the_data_goes_over_to_another_user_and_back() throws SQLException {
        try (var postgres = EmbeddedPostgres.start(folder)) {
            write(postgres, "Lindely");
        }
        for (var user : List.of(withoutUserNamespaces(), PostgresUser.choose())) {
            try (var postgres = EmbeddedPostgres.start(folder, user)) {
                assertEquals(List.of("Lindely"), written(postgres));
            }
        }
    }

    @Test
    void a_temporary_server_does_not_wait_for_the_disk_and_leaves_nothing_behind() throws SQLException {
        ProcessHandle server;
        Path itsFolder;
        try (var postgres = EmbeddedPostgres.temporary();
                var connection = connect(postgres)) {
            assertEquals(List.of("off"), query(connection, "show fsync"));
            itsFolder = Path.of(query(connection, "show data_directory").get(0)).getParent();
            server = postgres.running().orElseThrow();
        }
        server.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        assertFalse(Files.exists(itsFolder));
    }

    /** For anybody but root that is simply the user who runs the test. */
    private static PostgresUser withoutUserNamespaces() {
        return System.getProperty("user.name").equals("root") ? PostgresUser.systemUser() : PostgresUser.choose();
    }

    private static void kill(ProcessHandle process) {
        assertTrue(process.destroyForcibly());
        process.onExit().join();
        assertFalse(process.isAlive());
    }

    private static void write(EmbeddedPostgres postgres, String centre) throws SQLException {
        try (var connection = connect(postgres);
                var statement = connection.createStatement()) {
            statement.execute("create table centre (name text not null)");
            statement.execute("insert into centre values ('" + centre + "')");
        }
    }

    private static List<String> written(EmbeddedPostgres postgres) throws SQLException {
        try (var connection = connect(postgres)) {
            return query(connection, "select name from centre");
        }
    }

    static Connection connect(EmbeddedPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    static List<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }
}
