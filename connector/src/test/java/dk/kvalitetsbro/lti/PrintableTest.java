package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a platform says, as a log may hold it. */
class PrintableTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r", "\0", "\t", "\u001b", "\u0085", "\u2028", "\u2029", "\u202e", "\u200b", "\ufeff"})
    void whatever_begins_a_line_turns_one_round_or_is_not_seen_becomes_a_mark(String sign) {
        assertEquals("maja_ole", Printable.of("maja" + sign + "ole"));
    }

    @Test
    void what_people_write_stays() {
        assertEquals("Søren Ærø-Ågård <x> 日本 🙂", Printable.of("Søren Ærø-Ågård <x> 日本 🙂"));
    }

    @Test
    void a_hundred_letters_are_kept() {
        assertEquals("x".repeat(100), Printable.of("x".repeat(100)));
        assertEquals("x".repeat(100) + "...", Printable.of("x".repeat(101)));
    }

    @Test
    void a_refusal_tells_nothing_else() {
        var refused = new LaunchRefused(Rule.PERSON, "a\nb", Optional.of("maja\r\nWARNING: x" + "x".repeat(200)));

        assertEquals("PERSON: a_b", refused.getMessage());
        assertEquals(Optional.of("maja__WARNING: x" + "x".repeat(84) + "..."), refused.key());
    }
}
