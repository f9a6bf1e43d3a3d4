package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret may lie in a file that an environment variable names. */
class SecretFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_file_of_a_key_holds_its_value() throws Exception {
        Path file = Files.writeString(folder.resolve("password"), "pass word\n");

        var secrets = new SecretFiles(Map.of("DB_PASSWORD_FILE", file.toString(), "MOODLE_TOKEN", "in the open"));

        assertEquals("pass word", secrets.getValue("db.password"));
        assertNull(secrets.getValue("moodle.token"));
        assertEquals(Set.of("db.password"), secrets.getPropertyNames());
    }

    @Test
    void only_the_end_of_the_last_line_is_left_out() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), "-----BEGIN\nline\n\r\n");

        assertEquals(
                "-----BEGIN\nline\n", new SecretFiles(Map.of("LTI_KEY_FILE", file.toString())).getValue("lti.key"));
    }

    @Test
    void it_counts_before_the_variable_itself() {
        assertTrue(new SecretFiles(Map.of()).getOrdinal() > 300);
    }

    @Test
    void a_file_that_is_not_there_is_named_with_its_variable() {
        var secrets = new SecretFiles(
                Map.of("DB_PASSWORD_FILE", folder.resolve("none").toString()));

        String sentence =
                String.valueOf(assertThrows(IllegalStateException.class, () -> secrets.getValue("db.password"))
                        .getMessage());

        assertTrue(sentence.startsWith("DB_PASSWORD_FILE names the file " + folder), sentence);
    }

    @Test
    void an_empty_variable_names_no_file() {
        assertNull(new SecretFiles(Map.of("DB_PASSWORD_FILE", "")).getValue("db.password"));
    }
}
