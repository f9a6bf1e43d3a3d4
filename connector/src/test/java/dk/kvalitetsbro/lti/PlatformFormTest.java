package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.web.Refusal;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody types of a platform. */
class PlatformFormTest {
    private final MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();

    PlatformFormTest() {
        form.putSingle("issuer", "https://moodle.example/");
        form.putSingle("client", "client-1");
        form.putSingle("deployments", "1, 2 2");
    }

    @Test
    void of_a_moodle_the_addresses_are_known() {
        Platforms.Registration read = read();

        assertEquals("https://moodle.example", read.issuer());
        assertEquals("moodle.example", read.name());
        assertEquals(URI.create("https://moodle.example/mod/lti/auth.php"), read.authEndpoint());
        assertEquals(URI.create("https://moodle.example/mod/lti/token.php"), read.tokenEndpoint());
        assertEquals(URI.create("https://moodle.example/mod/lti/certs.php"), read.jwksUri());
        assertEquals(Optional.empty(), read.publicKey());
        assertEquals(List.of("1", "2"), new PlatformForm(form).deployments());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://moodle.example",
                "ftp://moodle.example",
                "moodle.example",
                "https://a:b@moodle.example",
                "https://moodle.example/?a=b",
                "https://moodle.example/#a",
                "javascript:alert(1)"
            })
    void an_issuer_is_safe_to_ask_whatever_its_endpoints_are(String issuer) {
        form.putSingle("issuer", issuer);
        form.putSingle("auth", "https://moodle.example/auth");
        form.putSingle("token", "https://moodle.example/token");
        form.putSingle("jwks", "https://moodle.example/jwks");

        assertRefused("lti.platform.notAnAddress", this::read);
    }

    @ParameterizedTest
    @CsvSource({
        "auth, http://moodle.example/auth, lti.platform.notAnAddress",
        "token, ftp://moodle.example/token, lti.platform.notAnAddress",
        "jwks, file:///etc/passwd, lti.platform.notAnAddress",
        "key, not one, lti.platform.notAKey",
        "client, a b, lti.platform.notAnId",
        "client, søren, lti.platform.notAnId",
        "client, '', web.text.missing",
        "issuer, '', web.text.missing"
    })
    void what_cannot_be_right_is_refused(String field, String typed, String key) {
        form.putSingle(field, typed);

        assertRefused(key, this::read);
    }

    @ParameterizedTest
    @CsvSource({"'', web.text.missing", "' , ', web.text.missing", "'1, ø', lti.platform.notAnId"})
    void a_deployment_is_needed_and_printable(String typed, String key) {
        form.putSingle("deployments", typed);

        assertRefused(key, () -> new PlatformForm(form).deployments());
    }

    private Platforms.Registration read() {
        return new PlatformForm(form).registration();
    }

    private static void assertRefused(String key, Runnable reading) {
        assertEquals(key, assertThrows(Refusal.class, reading::run).key());
    }
}
