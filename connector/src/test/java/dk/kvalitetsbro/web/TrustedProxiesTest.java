package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Only a trusted proxy is believed, and only as far back as trusted ones go. */
class TrustedProxiesTest {
    private final TrustedProxies proxies = trusting("127.0.0.1, 10.1.0.0/16, fd00:1::/32");

    @Test
    void without_configuration_nobody_is_trusted() {
        assertFalse(new TrustedProxies(Optional.empty()).trusts("127.0.0.1"));
        assertFalse(trusting("").trusts("127.0.0.1"));
    }

    @Test
    void a_range_ends_where_it_says() {
        assertTrue(proxies.trusts("10.1.0.0"));
        assertTrue(proxies.trusts("10.1.255.255"));
        assertFalse(proxies.trusts("10.2.0.0"));
        assertFalse(proxies.trusts("10.0.255.255"));
        assertFalse(proxies.trusts("127.0.0.2"));
        assertTrue(proxies.trusts("fd00:1:ffff::1"));
        assertFalse(proxies.trusts("fd00:2::1"));
        assertTrue(trusting("0.0.0.0/0").trusts("203.0.113.9"));
        assertFalse(trusting("0.0.0.0/0").trusts("2001:db8::1"));
        assertFalse(proxies.trusts("::7f00:1"), "the same number as 127.0.0.1, of the other kind");
    }

    @Test
    void an_odd_length_in_bits_counts_bits() {
        assertTrue(trusting("10.0.0.0/9").trusts("10.127.255.255"));
        assertFalse(trusting("10.0.0.0/9").trusts("10.128.0.0"));
    }

    @Test
    void what_is_no_address_is_no_configuration() {
        for (String wrong :
                List.of("localhost", "10.0.0.0/33", "10.0.0", "10.0.0.0/x", "face", "::1/129", "300.1.1.1")) {
            assertThrows(IllegalArgumentException.class, () -> trusting(wrong), wrong);
        }
    }

    @Test
    void a_stranger_who_writes_the_header_stays_who_they_are() {
        assertEquals("203.0.113.9", proxies.client("203.0.113.9", List.of("198.51.100.1")));
    }

    @Test
    void a_trusted_proxy_tells_who_came() {
        assertEquals("198.51.100.1", proxies.client("127.0.0.1", List.of("198.51.100.1")));
        assertEquals("2001:db8::7", proxies.client("10.1.2.3", List.of("[2001:db8::7]:4711")));
        assertEquals("198.51.100.1", proxies.client("10.1.2.3", List.of(" 198.51.100.1:4711 ")));
    }

    @Test
    void what_somebody_wrote_before_the_first_trusted_proxy_is_not_believed() {
        assertEquals("198.51.100.1", proxies.client("127.0.0.1", List.of("192.0.2.66", " 198.51.100.1", " 10.1.0.9")));
    }

    @Test
    void nonsense_from_a_trusted_proxy_leaves_the_proxy() {
        assertEquals("10.1.0.9", proxies.client("127.0.0.1", List.of("198.51.100.1", "unknown", "10.1.0.9")));
        assertEquals("127.0.0.1", proxies.client("127.0.0.1", List.of()));
    }

    @Test
    void of_an_ipv6_address_the_network_counts() {
        assertEquals(
                ClientAddress.network("2001:db8:1:2::1"), ClientAddress.network("2001:db8:1:2:ffff:ffff:ffff:ffff"));
        assertFalse(ClientAddress.network("2001:db8:1:2::1").equals(ClientAddress.network("2001:db8:1:3::1")));
        assertEquals("192.0.2.1", ClientAddress.network("192.0.2.1"));
    }

    private static TrustedProxies trusting(String ranges) {
        return new TrustedProxies(Optional.of(ranges));
    }
}
