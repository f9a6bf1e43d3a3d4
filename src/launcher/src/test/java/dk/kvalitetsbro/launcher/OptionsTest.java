package dk.kvalitetsbro.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.demo.Size;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void without_options_the_product_keeps_its_data_in_the_users_data_folder_and_uses_port_8080() {
        var options = Options.of(List.of(), Map.of());
        assertEquals(
                new Options(8080, UserFolders.data(), false, Optional.empty(), Optional.empty(), Optional.empty()),
                options);
    }

    @Test
    void options_are_read_in_any_order() {
        var options = Options.of(List.of("--size", "aalborg", "--fresh", "--data", "d", "--port", "9000"), Map.of());
        assertEquals(
                new Options(9000, Path.of("d"), true, Optional.of(Size.AALBORG), Optional.empty(), Optional.empty()),
                options);
    }

    @Test
    void a_database_and_a_moodle_are_taken_from_the_environment() {
        var environment = Map.of(
                "DB_URL", "jdbc:postgresql://127.0.0.1/k",
                "DB_USER", "u",
                "DB_PASSWORD", "p",
                "MOODLE_URL", "https://moodle.example.dk",
                "MOODLE_TOKEN", "t");
        var options = Options.of(List.of(), environment);
        assertEquals(Optional.of(new Database("jdbc:postgresql://127.0.0.1/k", "u", "p")), options.database());
        assertEquals(Optional.of(new MoodleSite(URI.create("https://moodle.example.dk"), "t")), options.moodle());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--prot", "--port", "--port 0", "--port 65536", "--port x", "--size odense", "--data"})
    void a_wrong_option_is_named(String line) {
        var wrong = assertThrows(WrongOption.class, () -> Options.of(List.of(line.split(" ")), Map.of()));
        assertTrue(wrong.sentence().contains(line.split(" ")[0]), wrong.sentence());
    }

    @Test
    void a_moodle_without_a_token_is_not_enough() {
        assertThrows(WrongOption.class, () -> Options.of(List.of(), Map.of("MOODLE_URL", "https://moodle.example.dk")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "moodle.example.dk",
                "ftp://moodle.example.dk",
                "https://",
                "not an address",
                "https://moodle.example.dk/?redirect=0",
                "https://moodle.example.dk#top"
            })
    void a_moodle_needs_an_address(String url) {
        var environment = Map.of("MOODLE_URL", url, "MOODLE_TOKEN", "t");
        var wrong = assertThrows(WrongOption.class, () -> Options.of(List.of(), environment));
        assertTrue(wrong.sentence().startsWith("MOODLE_URL must be"), wrong.sentence());
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc def", "abc\ndef", "'abc'", "abc&x=y", "nøgle"})
    void a_token_that_can_not_be_one_is_told_and_not_shown(String token) {
        var environment = Map.of("MOODLE_URL", "https://moodle.example.dk", "MOODLE_TOKEN", token);
        var wrong = assertThrows(WrongOption.class, () -> Options.of(List.of(), environment));
        assertTrue(wrong.sentence().startsWith("MOODLE_TOKEN must be"), wrong.sentence());
        assertFalse(wrong.sentence().contains(token));
    }

    @Test
    void an_empty_variable_is_as_good_as_none() {
        var options = Options.of(List.of(), Map.of("DB_URL", "", "MOODLE_URL", " "));
        assertTrue(options.database().isEmpty());
        assertTrue(options.moodle().isEmpty());
    }

    @Test
    void a_database_of_ones_own_is_never_emptied() {
        assertThrows(
                WrongOption.class,
                () -> Options.of(List.of("--fresh"), Map.of("DB_URL", "jdbc:postgresql://127.0.0.1/k")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--port",
                "--data",
                "--fresh",
                "--size",
                "--help",
                "DB_URL",
                "MOODLE_URL",
                "MOODLE_TOKEN",
                "MOODLE_EVENTS_SECRET"
            })
    void the_start_script_explains_every_option(String option) throws IOException {
        assertTrue(Files.readString(Path.of("../../start")).contains(option));
    }
}
