package dk.kvalitetsbro.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.demo.Size;
import dk.kvalitetsbro.moodle.fake.MoodleFake;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.Settings;
import dk.kvalitetsbro.moodle.fake.SiteState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands in the way is said in one sentence, before anything has been started. */
class RefusedStartTest {
    private final TemporaryFolder temporary = TemporaryFolder.create();

    @AfterEach
    void leaveNothingBehind() {
        temporary.close();
    }

    @Test
    void a_taken_port() throws IOException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertEquals(
                    "Port " + other.getLocalPort() + " is taken by another program: choose another one with --port.",
                    refusal(options(other.getLocalPort(), Optional.empty(), Optional.empty())));
        }
    }

    @Test
    void a_folder_that_another_product_runs_on() {
        try (var other = DataFolder.open(temporary.path())) {
            assertEquals(
                    "The folder " + other + " is in use by another ./start that is still running: stop that one, or"
                            + " choose another folder with --data.",
                    refusal(options(FreePort.any(), Optional.empty(), Optional.empty())));
        }
    }

    @Test
    void a_folder_that_holds_another_size() {
        try (var folder = DataFolder.open(temporary.path())) {
            folder.note("size", "AALBORG");
        }
        assertTrue(refusal(options(FreePort.any(), Optional.empty(), Optional.empty()))
                .contains("holds a municipality of the size aalborg"));
    }

    @Test
    void a_wrong_database_password_a_missing_database_and_no_database_server() {
        try (var postgres = EmbeddedPostgres.start(temporary.path().resolve("postgres"))) {
            var url = postgres.jdbcUrl();
            assertTrue(refusal(new Database(url, postgres.user(), "wrong")).contains("refused the user"));
            assertTrue(refusal(new Database(url, "", "")).endsWith("asks for a user: set DB_USER and DB_PASSWORD."));
            assertTrue(refusal(new Database(url + "x", postgres.user(), postgres.password()))
                    .contains("has no database of that name"));
            assertTrue(refusal(new Database("jdbc:postgresql://127.0.0.1:" + FreePort.any() + "/k", "u", "p"))
                    .startsWith("No PostgreSQL answers at "));
        }
    }

    @Test
    void a_moodle_that_does_not_answer() {
        var url = URI.create("http://127.0.0.1:" + FreePort.any());
        assertEquals(
                "No Moodle answers at " + url + ": correct MOODLE_URL, or try again later.",
                refusal(new MoodleSite(url, "token")));
    }

    @Test
    void a_moodle_that_does_not_know_the_token() {
        try (var fake = MoodleFake.start(new Settings(0, Optional.empty(), "right", MoodleVersion.V5_1))) {
            new MoodleSite(fake.baseUri(), "right").check();
            assertEquals(
                    "The Moodle at " + fake.baseUri() + " refused the token: correct MOODLE_TOKEN.",
                    refusal(new MoodleSite(fake.baseUri(), "wrong")));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WEB_SERVICES_OFF, Switch on web services",
        "TOKEN_EXPIRED, webservice/rest:use",
        "ACCOUNT_SUSPENDED, account active again",
        "MAINTENANCE, not available now",
        "MAINTENANCE_FROM_COMMAND_LINE, not available now"
    })
    void a_moodle_that_lets_nobody_in_is_told_with_what_to_do(SiteState state, String remedy) {
        try (var fake = MoodleFake.start(new Settings(0, Optional.empty(), "right", MoodleVersion.V5_1))) {
            fake.faults().siteIs(state);
            var sentence = refusal(new MoodleSite(fake.baseUri(), "right"));
            assertTrue(sentence.contains(remedy), sentence);
            assertFalse(sentence.contains("correct MOODLE_TOKEN"), sentence);
        }
    }

    @Test
    void a_moodle_at_another_path() {
        try (var fake = MoodleFake.start(new Settings(0, Optional.empty(), "right", MoodleVersion.V5_1))) {
            var sentence = refusal(new MoodleSite(URI.create(fake.baseUri() + "/moodle"), "right"));
            assertTrue(sentence.contains("Check the address"), sentence);
        }
    }

    @Test
    void emptying_a_folder_leaves_what_is_not_ours() throws IOException {
        var letter = Files.writeString(temporary.path().resolve("letter.txt"), "Kære kommune");
        try (var folder = DataFolder.open(temporary.path())) {
            folder.note("size", "AALBORG");
            EmbeddedPostgres.start(folder.postgres()).close();
            folder.empty();
            assertTrue(folder.note("size").isEmpty());
            assertFalse(Files.exists(folder.postgres()));
        }
        assertTrue(Files.exists(letter));
    }

    private Options options(int port, Optional<Database> database, Optional<MoodleSite> moodle) {
        return new Options(port, temporary.path(), false, Optional.of(Size.BILLUND), database, moodle);
    }

    private String refusal(Database database) {
        return refusal(options(FreePort.any(), Optional.of(database), Optional.empty()));
    }

    private String refusal(MoodleSite moodle) {
        return refusal(options(FreePort.any(), Optional.empty(), Optional.of(moodle)));
    }

    private static String refusal(Options options) {
        return assertThrows(CannotStart.class, () -> RunningProduct.start(options, line -> {}))
                .sentence();
    }
}
