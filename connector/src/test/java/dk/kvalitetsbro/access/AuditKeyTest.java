package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.access.AuditKey.Checkpoint;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the signature of a checkpoint in the audit log covers, and by which keys. */
class AuditKeyTest {
    private static final String OLD = "the key of before, of 32 characters";
    private static final String NEW = "the key of now, of 32 characters too";
    private static final byte[] HASH = new byte[32];

    private final AuditKey key = key(NEW);
    private final Checkpoint signed = key.sign(10, false, HASH).orElseThrow();

    @Test
    void place_hash_and_what_it_is_for_count() {
        byte[] another = new byte[32];
        another[31] = 1;

        assertTrue(key.signed(signed));
        for (Checkpoint changed : List.of(
                new Checkpoint(11, false, HASH, signed.keyId(), signed.signature()),
                new Checkpoint(10, true, HASH, signed.keyId(), signed.signature()),
                new Checkpoint(10, false, another, signed.keyId(), signed.signature()),
                new Checkpoint(10, false, HASH, "other", signed.signature()),
                new Checkpoint(10, false, HASH, signed.keyId(), another))) {
            assertFalse(key.signed(changed), changed.toString());
        }
    }

    @Test
    void after_a_change_of_keys_the_new_one_signs_and_the_old_one_is_believed() {
        Checkpoint old = key(OLD).sign(10, false, HASH).orElseThrow();
        AuditKey both = new AuditKey(Optional.of(NEW), Optional.of(OLD));

        assertTrue(both.signed(old));
        assertEquals(signed.keyId(), both.sign(11, false, HASH).orElseThrow().keyId());
        assertFalse(key.signed(old));
    }

    @Test
    void without_a_key_nothing_is_signed_but_what_an_earlier_one_signed_is_believed() {
        AuditKey previous = new AuditKey(Optional.empty(), Optional.of(NEW));

        assertFalse(previous.signs());
        assertEquals(Optional.empty(), previous.sign(10, false, HASH));
        assertTrue(previous.signed(signed));
    }

    @Test
    void a_key_that_could_be_guessed_is_refused_wherever_it_stands() {
        String blanks = "short" + " ".repeat(40);
        assertThrows(IllegalArgumentException.class, () -> key("x".repeat(31)));
        assertThrows(IllegalArgumentException.class, () -> key(blanks));
        assertThrows(IllegalArgumentException.class, () -> new AuditKey(Optional.of(NEW), Optional.of("x".repeat(31))));
    }

    private static AuditKey key(String key) {
        return new AuditKey(Optional.of(key), Optional.empty());
    }
}
