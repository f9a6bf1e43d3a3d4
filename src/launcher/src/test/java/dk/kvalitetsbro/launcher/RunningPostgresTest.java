package dk.kvalitetsbro.launcher;

import static dk.kvalitetsbro.launcher.EmbeddedPostgresTest.connect;
import static dk.kvalitetsbro.launcher.EmbeddedPostgresTest.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds of a server as long as it runs: one for all these tests. */
class RunningPostgresTest {
    private static final String REFUSED_PASSWORD = "28P01";
    private static final TemporaryFolder TEMPORARY = TemporaryFolder.create();
    private static final Path FOLDER = TEMPORARY.path().resolve("postgres");

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() {
        postgres = EmbeddedPostgres.start(FOLDER);
    }

    @AfterAll
    static void leaveNothingBehind() {
        postgres.close();
        TEMPORARY.close();
    }

    @Test
    void its_folder_is_not_shared() {
        var refused = assertThrows(CannotStart.class, () -> EmbeddedPostgres.start(FOLDER));
        assertTrue(refused.sentence().contains("is in use by another ./start"), refused.sentence());
        assertTrue(postgres.running().isPresent());
    }

    @Test
    void a_wrong_password_is_refused() {
        var refused = assertThrows(
                SQLException.class,
                () -> DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "not the password"));
        assertEquals(REFUSED_PASSWORD, refused.getSQLState());
    }

    @Test
    void only_the_owner_reads_the_password() throws IOException {
        var file = FOLDER.resolve("password");
        assertEquals(postgres.password(), Files.readString(file).strip());
        assertEquals("[OWNER_READ, OWNER_WRITE]", new TreeSet<>(Files.getPosixFilePermissions(file)).toString());
    }

    @Test
    void commits_reach_the_disk_and_danish_letters_sort_as_danes_expect() throws SQLException {
        try (var connection = connect(postgres)) {
            assertEquals(List.of("on"), query(connection, "show fsync"));
            assertEquals(List.of("on"), query(connection, "show synchronous_commit"));
            assertEquals(
                    List.of("abe", "zebra", "æble", "øre", "ål"),
                    query(connection, "select w from unnest('{ål,øre,zebra,abe,æble}'::text[]) w order by w"));
        }
    }
}
