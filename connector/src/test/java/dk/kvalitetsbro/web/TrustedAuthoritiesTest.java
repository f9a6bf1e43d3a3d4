package dk.kvalitetsbro.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which certificate authorities calls over HTTPS trust. */
class TrustedAuthoritiesTest {
    private final Optional<String> before = Optional.ofNullable(System.getProperty(TrustedAuthorities.STORE));

    @AfterEach
    void as_before() {
        before.ifPresentOrElse(
                store -> System.setProperty(TrustedAuthorities.STORE, store),
                () -> System.clearProperty(TrustedAuthorities.STORE));
    }

    @Test
    void the_jdks_are_trusted_whatever_the_server_says() throws Exception {
        System.setProperty(TrustedAuthorities.STORE, "/payara/cacerts.p12");

        TrustedAuthorities.trust(Optional.empty());

        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init((KeyStore) null);
        assertTrue(((X509TrustManager) factory.getTrustManagers()[0]).getAcceptedIssuers().length > 50);
    }

    @Test
    void a_municipality_may_have_its_own() {
        TrustedAuthorities.trust(Optional.of("/etc/authorities.p12"));

        assertEquals("/etc/authorities.p12", System.getProperty(TrustedAuthorities.STORE));
    }
}
