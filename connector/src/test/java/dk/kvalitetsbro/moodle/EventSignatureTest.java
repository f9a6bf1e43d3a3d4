package dk.kvalitetsbro.moodle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventSignatureTest {
    private static final byte[] BODY = "{\"site\":\"https://moodle.example.dk\",\"events\":[]}".getBytes(UTF_8);
    private static final String SENT = "1795823853";

    /** By {@code openssl dgst -sha256 -hmac SECRET} over the timestamp, a full stop and the body. */
    private static final String SIGNED = "sha256=f649b33f8cecd49dc9e42128b95dcb6a096c5a50441e35f3b93d57dd41ded67b";

    private final MovableClock clock = new MovableClock();
    private final EventSignature signature = with(EventText.SECRET);

    @Test
    void what_another_program_signed_with_the_same_secret_is_genuine() {
        assertTrue(signature.isGenuine(SENT, BODY, SIGNED));
    }

    @Test
    void whatever_else_is_forged() {
        assertFalse(with("another-secret-of-32-characters-or-more").isGenuine(SENT, BODY, SIGNED));
        assertFalse(signature.isGenuine("1795823854", BODY, SIGNED));
        assertFalse(signature.isGenuine(SENT, "{}".getBytes(UTF_8), SIGNED));
        assertFalse(signature.isGenuine(SENT, BODY, SIGNED.replace("sha256=", "sha1=")));
        assertFalse(signature.isGenuine(SENT, BODY, SIGNED.substring(0, SIGNED.length() - 1)));
        assertFalse(signature.isGenuine(SENT, BODY, "æ"));
        assertFalse(signature.isGenuine(SENT, BODY, ""));
    }

    @Test
    void a_secret_that_is_short_or_missing_lets_nobody_in() {
        EventSignature none = new EventSignature(Optional.empty(), clock);
        EventSignature tooShort = with("x".repeat(EventSignature.SHORTEST_SECRET - 1) + " \n");

        assertFalse(none.isSetUp());
        assertTrue(tooShort.isSetUp());
        for (EventSignature off : new EventSignature[] {none, with(" "), tooShort}) {
            assertFalse(off.isOn());
            assertFalse(off.isGenuine(SENT, BODY, EventSignature.of(SENT, BODY, "x".repeat(31))));
        }
        assertTrue(with("x".repeat(EventSignature.SHORTEST_SECRET)).isOn());
    }

    @Test
    void a_message_is_old_or_early_when_the_clocks_are_more_than_five_minutes_apart() {
        long now = clock.instant().getEpochSecond();

        assertEquals(Optional.empty(), signature.clockDifference(String.valueOf(now - 300)));
        assertEquals(Optional.empty(), signature.clockDifference(String.valueOf(now + 300)));
        assertEquals(Optional.of(-301L), signature.clockDifference(String.valueOf(now - 301)));
        assertEquals(Optional.of(301L), signature.clockDifference(String.valueOf(now + 301)));
        assertTrue(signature.clockDifference("now").isPresent());
        assertTrue(signature.clockDifference("9".repeat(30)).isPresent());
    }

    private EventSignature with(String secret) {
        return new EventSignature(Optional.of(secret), clock);
    }
}
