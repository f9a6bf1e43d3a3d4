package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses are asked at all, and which belong to the same platform. */
class OriginTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://moodle.example/lineitem?type_id=1",
                "HTTPS://moodle.example/",
                "http://127.0.0.1:8090/lineitem",
                "http://localhost/",
                "http://[::1]:8090/"
            })
    void what_is_encrypted_or_stays_on_this_machine_is_safe_to_ask(String address) {
        assertEquals(Optional.of(URI.create(address)), Origin.safe(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://moodle.example/",
                "http://127.0.0.1.evil.example/",
                "ftp://127.0.0.1/",
                "file:///etc/passwd",
                "file://localhost/etc/passwd",
                "https:///etc/passwd",
                "https://a:b@moodle.example/",
                "https://moodle.example@evil.example/",
                "https://moodle.example/#there",
                "/mod/lti",
                "",
                "https://[oops"
            })
    void everything_else_is_not(String address) {
        assertEquals(Optional.empty(), Origin.safe(address));
    }

    @ParameterizedTest
    @CsvSource({
        "https://moodle.example/a, https://moodle.example/b",
        "https://moodle.example/, https://moodle.example:443/",
        "https://moodle.example/, HTTPS://Moodle.Example/",
        "http://127.0.0.1/, http://127.0.0.1:80/"
    })
    void the_same_is_the_same_however_it_is_written(URI one, URI other) {
        assertTrue(Origin.same(one, other));
    }

    @ParameterizedTest
    @CsvSource({
        "https://moodle.example/, https://moodle.example:8443/",
        "https://moodle.example/, http://moodle.example/",
        "https://moodle.example/, https://moodle.example.evil.example/",
        "https://moodle.example/, https:/moodle.example/",
        "https:/moodle.example/, https://moodle.example/"
    })
    void another_scheme_host_or_port_is_another_platform(URI one, URI other) {
        assertFalse(Origin.same(one, other));
    }

    @Test
    void pages_of_a_platform_are_named_without_the_usual_port() {
        assertEquals("https://moodle.example", Origin.of(URI.create("https://Moodle.example:443/mod/lti")));
        assertEquals("http://127.0.0.1:8090", Origin.of(URI.create("http://127.0.0.1:8090/mod/lti")));
    }
}
