package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ToolKeysTest {
    private final MovableClock clock = new MovableClock();
    private final TestDatabase database = TestDatabase.begin();
    private final ToolKeys keys = new ToolKeys(database.jdbi(), clock);

    @Test
    void the_first_need_makes_a_key_and_the_next_finds_it() {
        String first = keys.current().getKeyID();
        assertEquals(first, keys.current().getKeyID());
        assertEquals(1, keys.published().getKeys().size());
    }

    @Test
    void only_public_halves_are_published() {
        assertFalse(keys.published().getKeys().stream().anyMatch(JWK::isPrivate));
        assertFalse(keys.current().isPrivate());
        assertFalse(keys.published().toString().contains("\"d\""));
    }

    @Test
    void what_is_signed_is_verified_with_what_is_published() throws Exception {
        var token = SignedJWT.parse(keys.sign(
                new JWTClaimsSet.Builder().issuer("tool").audience("platform").build()));
        var key = keys.published().getKeyByKeyId(token.getHeader().getKeyID());
        assertTrue(token.verify(new RSASSAVerifier(key.toRSAKey())));
    }

    @Test
    void a_new_key_signs_at_once_and_the_old_one_stays_published_for_a_while() {
        String old = keys.current().getKeyID();
        clock.move(Duration.ofDays(1));
        keys.renew();
        assertNotEquals(old, keys.current().getKeyID());
        assertEquals(2, keys.published().getKeys().size());
        clock.move(ToolKeys.STAYS_PUBLISHED);
        assertEquals(1, keys.published().getKeys().size());
        assertNotEquals(old, keys.published().getKeys().get(0).getKeyID());
    }
}
