package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import dk.kvalitetsbro.MovableClock;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlatformKeysTest {
    private static final RSAKey OTHER = TestPlatform.newKey("other");

    private final MovableClock clock = new MovableClock();
    private final TestPlatform platform = TestPlatform.start();
    private final PlatformKeys keys = new PlatformKeys(new PlatformCalls(), clock);

    @AfterEach
    void the_platform_stops() {
        platform.close();
    }

    @Test
    void a_key_is_fetched_once_for_many_launches() {
        for (int i = 0; i < 5; i++) {
            assertTrue(finds("key-1"));
        }
        assertEquals(1, platform.timesAsked());
    }

    @Test
    void a_new_key_is_found_when_the_platform_begins_to_use_it() {
        assertTrue(finds("key-1"));
        clock.move(PlatformKeys.BETWEEN_FETCHES);
        platform.rotate("key-2");
        assertTrue(finds("key-2"));
        assertFalse(finds("key-1"));
    }

    @Test
    void unknown_keys_make_us_ask_at_most_once_a_minute() {
        for (int i = 0; i < 100; i++) {
            assertFalse(finds("made-up-" + i));
        }
        assertEquals(1, platform.timesAsked());
        clock.move(PlatformKeys.BETWEEN_FETCHES);
        assertFalse(finds("made-up"));
        assertEquals(2, platform.timesAsked());
    }

    @Test
    void a_key_that_the_platform_takes_back_is_believed_for_a_quarter_of_an_hour_at_most() {
        assertTrue(finds("key-1"));
        platform.rotate("key-2");
        clock.move(PlatformKeys.USED_FOR);
        assertFalse(finds("key-1"));
    }

    @Test
    void while_the_platform_does_not_answer_its_known_keys_stay_in_use_for_a_day() {
        assertTrue(finds("key-1"));
        platform.answerWith(503);
        clock.move(Duration.ofHours(23));
        assertTrue(finds("key-1"));
        clock.move(Duration.ofHours(2));
        assertFalse(finds("key-1"));
    }

    @Test
    void a_redirect_is_not_followed() {
        platform.answerWith(302);
        assertFalse(finds("key-1"));
    }

    @Test
    void more_than_a_megabyte_is_not_read() {
        platform.publish(new JWKSet(platform.key()).toString() + " ".repeat(PlatformCalls.LARGEST));
        assertFalse(finds("key-1"));
    }

    @Test
    void what_is_no_list_of_keys_has_none() {
        for (String junk : List.of("", "<html>", "[]", "{}", "{\"keys\":1}", "{\"keys\":[{\"kty\":\"RSA\"}]}")) {
            platform.publish(junk);
            clock.move(PlatformKeys.BETWEEN_FETCHES);
            assertFalse(finds("key-1"), junk);
        }
    }

    @Test
    void only_rsa_keys_for_signatures_of_enough_bits_count() throws Exception {
        RSAKey encrypts = new RSAKey.Builder(OTHER)
                .keyID("encrypts")
                .keyUse(KeyUse.ENCRYPTION)
                .build();
        RSAKey weak = TestPlatform.newKey("weak", 1024);
        JWK curve = new ECKeyGenerator(Curve.P_256).keyID("curve").generate();
        JWK secret = new OctetSequenceKeyGenerator(4096).keyID("secret").generate();
        platform.publish(new JWKSet(List.of(encrypts, weak, curve, secret, OTHER)).toString(false));
        assertFalse(finds("encrypts"));
        assertFalse(finds("weak"));
        assertFalse(finds("curve"));
        assertFalse(finds("secret"));
        assertTrue(finds("other"));
    }

    @Test
    void of_a_long_list_only_the_first_are_kept() {
        List<JWK> many = new ArrayList<>();
        for (int i = 0; i <= PlatformKeys.MOST_KEYS; i++) {
            many.add(new RSAKey.Builder(OTHER).keyID("k" + i).build());
        }
        platform.publish(new JWKSet(many).toString());
        assertTrue(finds("k" + (PlatformKeys.MOST_KEYS - 1)));
        assertFalse(finds("k" + PlatformKeys.MOST_KEYS));
    }

    @Test
    void only_a_hundred_lists_are_kept_and_the_one_that_was_used_longest_ago_goes_first() {
        finds(list(1), "key-1");
        finds(list(2), "key-1");
        IntStream.rangeClosed(3, PlatformKeys.MOST_PLATFORMS).forEach(number -> finds(list(number), "key-1"));
        finds(list(1), "key-1");
        assertEquals(PlatformKeys.MOST_PLATFORMS, platform.timesAsked(), "each is kept");

        finds(list(PlatformKeys.MOST_PLATFORMS + 1), "key-1");
        finds(list(1), "key-1");
        assertEquals(PlatformKeys.MOST_PLATFORMS + 1, platform.timesAsked(), "the first was used lately");
        finds(list(2), "key-1");
        assertEquals(PlatformKeys.MOST_PLATFORMS + 2, platform.timesAsked(), "the second was not");
    }

    @Test
    void no_private_half_is_kept_of_what_was_pasted_or_read() {
        String whole = new JWKSet(OTHER).toString(false);
        platform.publish(whole);
        assertTrue(whole.contains("\"d\""));
        assertFalse(
                keys.find(platform(Optional.of(whole)), "other").orElseThrow().isPrivate());
        assertFalse(keys.find(platform(Optional.empty()), "other").orElseThrow().isPrivate());
    }

    @Test
    void a_key_for_another_algorithm_does_not_count() {
        RSAKey another = new RSAKey.Builder(OTHER)
                .keyID("another")
                .algorithm(JWSAlgorithm.PS256)
                .build();
        platform.publish(new JWKSet(List.of(another, OTHER)).toString());
        assertFalse(finds("another"));
        assertTrue(finds("other"));
    }

    @Test
    void an_answer_without_keys_leaves_those_that_are_known() {
        assertTrue(finds("key-1"));
        platform.publish("<html>");
        clock.move(PlatformKeys.USED_FOR);
        assertTrue(finds("key-1"));
    }

    @Test
    void a_page_of_an_error_is_no_list_of_keys() {
        platform.answerWith(404);
        assertFalse(finds("key-1"));
    }

    @Test
    void a_pasted_key_is_used_whatever_its_id_and_nobody_is_asked() throws Exception {
        String pem = "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(OTHER.toRSAPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
        assertEquals(
                OTHER.toRSAPublicKey(),
                keys.find(platform(Optional.of(pem)), "any").orElseThrow().toRSAPublicKey());
        assertEquals(0, platform.timesAsked());
    }

    @Test
    void of_a_pasted_list_the_key_with_the_id_is_used() {
        Platform pasted = platform(Optional.of(new JWKSet(List.of(platform.key(), OTHER)).toString()));
        assertTrue(keys.find(pasted, "other").isPresent());
        assertTrue(keys.find(pasted, "unknown").isEmpty());
    }

    @Test
    void junk_that_was_pasted_is_no_key() {
        for (String junk : List.of("", "junk", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "{}")) {
            assertEquals(List.of(), PlatformKeys.pasted(junk), junk);
        }
    }

    private boolean finds(String kid) {
        return finds(platform.jwksUri(), kid);
    }

    private boolean finds(URI list, String kid) {
        return keys.find(platform(list, Optional.empty()), kid).isPresent();
    }

    /** @return another address of the platform's, where the same keys are told */
    private URI list(int number) {
        return URI.create(platform.jwksUri() + "?" + number);
    }

    private Platform platform(Optional<String> pasted) {
        return platform(platform.jwksUri(), pasted);
    }

    private Platform platform(URI list, Optional<String> pasted) {
        var told = platform.registration();
        return new Platform(
                1,
                told.issuer(),
                told.clientId(),
                told.name(),
                told.authEndpoint(),
                told.tokenEndpoint(),
                list,
                pasted,
                Platform.State.ACTIVE,
                List.of());
    }
}
