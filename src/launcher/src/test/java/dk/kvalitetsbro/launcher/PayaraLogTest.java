package dk.kvalitetsbro.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PayaraLogTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void the_innermost_cause_of_the_first_failure_is_the_reason() throws IOException {
        var log = log(
                """
                2026-11-22 08:31:44.301 SEVERE core: Exception while loading the app
                java.lang.RuntimeException: deployment
                \tat a.B.c(B.java:1)
                Caused by: org.example.Middle: in between
                \tat a.B.d(B.java:2)
                Caused by: org.postgresql.util.PSQLException: no password was given
                \t... 12 more
                2026-11-22 08:31:44.400 SEVERE core: something that follows
                Caused by: java.lang.Error: a consequence
                """);
        assertEquals(Optional.of("org.postgresql.util.PSQLException: no password was given"), log.reason());
    }

    @Test
    void without_a_trace_the_first_severe_line_is_the_reason() throws IOException {
        var log = log("2026-11-22 INFO a: fine\n2026-11-22 SEVERE b: broken\n2026-11-22 SEVERE c: more\n");
        assertEquals(Optional.of("2026-11-22 SEVERE b: broken"), log.reason());
    }

    @Test
    void payara_says_when_it_is_ready() throws IOException {
        assertTrue(log("2026-11-22 INFO PayaraMicro: Payara Micro 6.2025.10 (build 42) ready in 20,979 (ms)\n")
                .saysReady());
        assertFalse(log("2026-11-22 INFO PayaraMicro: Payara Micro URLs:\n").saysReady());
    }

    private PayaraLog log(String content) throws IOException {
        return new PayaraLog(Files.writeString(folder.resolve("payara.log"), content));
    }
}
