package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What somebody sent stands in the log as a part of a line, never as a line. */
class LoggableTest {
    @Test
    void a_message_makes_no_line_of_its_own() {
        String printed = printed(new IllegalStateException(
                "wrapped\r\n2026-01-01 SEVERE made up",
                new IllegalArgumentException("cause\n2026-01-01 made up, too")));

        assertTrue(printed.contains("wrapped??2026-01-01 SEVERE made up"), printed);
        assertTrue(printed.contains("cause?2026-01-01 made up, too"), printed);
        assertFalse(printed.lines().anyMatch(line -> line.startsWith("2026")), printed);
    }

    @Test
    void nor_does_it_by_the_other_signs_that_some_readers_begin_a_line_at() {
        String printed = printed(new IllegalStateException("a\u0085b\u2028c\u2029d\u001b[2Ke"));

        assertTrue(printed.contains("a?b?c?d?[2Ke"), printed);
    }

    @Test
    void where_it_happened_is_kept() {
        String printed = printed(new IllegalStateException("outer", new IllegalArgumentException("inner")));

        assertTrue(printed.startsWith("java.lang.IllegalStateException: outer"), printed);
        assertTrue(printed.contains("Caused by: java.lang.IllegalArgumentException: inner"), printed);
        assertTrue(printed.contains("at " + LoggableTest.class.getName()), printed);
    }

    private static String printed(Throwable trouble) {
        var text = new StringWriter();
        Loggable.of(trouble).printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
