package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar by itself, as others run it. */
class StandAloneIT {
    private static final String TOKEN = "0123456789abcdef";

    private final List<Process> running = new ArrayList<>();
    private final Path folder;

    StandAloneIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (var process : running) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void it_runs_as_the_version_it_is_told_and_keeps_its_state_through_a_sudden_death() throws Exception {
        var options = List.of(
                "--version", "4.5", "--plugin", "--people", "3", "--courses", "2", "--state", folder.toString());
        var rest = start(options);
        rest.call(
                "enrol_manual_enrol_users",
                "enrolments[0][roleid]=5",
                "enrolments[0][userid]=5",
                "enrolments[0][courseid]=3");
        running.get(0).destroyForcibly().waitFor();

        var again = start(options);
        assertEquals(
                1, again.array("core_enrol_get_enrolled_users", "courseid=3").size());
        var info = again.object("core_webservice_get_site_info");
        assertTrue(info.getString("release").startsWith("4.5"));
        assertTrue(info.getJsonArray("functions").toString().contains("local_kvalitetsbro_enrol_users"));
    }

    @Test
    void it_makes_the_trouble_of_a_file() throws Exception {
        var faults =
                Files.writeString(folder.resolve("faults.json"), "[{\"site\": \"UPGRADE_RUNNING\", \"calls\": 1}]");
        var rest = start(List.of("--faults", faults.toString()));

        assertEquals("upgraderunning", rest.errorCode("core_course_get_courses"));
        rest.call("core_course_get_courses");
    }

    @Test
    void it_tells_a_connector_what_takes_place() throws Exception {
        try (var receiver = new Receiver()) {
            var address = receiver.connector().address().toString();
            var rest = start(List.of("--connector", address, "--secret", Receiver.SECRET, "--people", "1"));
            rest.call("core_user_update_users", "users[0][id]=5", "users[0][suspended]=1");

            assertEquals(List.of("user_suspended"), receiver.next().types());
        }
    }

    @Test
    void a_connector_without_a_secret_is_refused() throws Exception {
        assertTrue(refusal("--connector", "http://127.0.0.1:1").startsWith("--connector and --secret go together"));
    }

    @Test
    void what_it_does_not_understand_is_named_and_the_token_is_not() throws Exception {
        var output = refusal("--token", TOKEN, "--bogus");

        assertTrue(output.startsWith("Not understood: --bogus"), output);
        assertFalse(output.contains(TOKEN), output);
    }

    private String refusal(String... options) throws Exception {
        var process = launch(List.of(options));
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(2, process.exitValue());
        return output;
    }

    private Rest start(List<String> options) throws IOException {
        var words = new ArrayList<>(options);
        words.addAll(List.of("--port", "0", "--token", TOKEN));
        var process = launch(words);
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        var line = String.valueOf(output.readLine());
        assertTrue(line.startsWith("Moodle stand-in at http://127.0.0.1:"), line);
        return new Rest(URI.create(line.substring(line.indexOf("http"))), TOKEN);
    }

    private Process launch(List<String> options) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-jar", System.getProperty("standalone.jar")));
        command.addAll(options);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        running.add(process);
        return process;
    }
}
