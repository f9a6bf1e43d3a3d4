package dk.kvalitetsbro.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Lets calls over HTTPS trust the certificate authorities that the JDK's updates keep, or those of the municipality.
 * Payara brings a list of its own that nobody updates, and puts it in their place whatever the command line says.
 */
@WebListener
public class TrustedAuthorities implements ServletContextListener {
    static final String STORE = "javax.net.ssl.trustStore";

    @Inject
    @ConfigProperty(name = "tls.trust.store")
    @SuppressWarnings("NullAway.Init")
    private Optional<String> configured;

    /** Nothing has been called over HTTPS yet: the list is read at the first call. */
    @Override
    public void contextInitialized(ServletContextEvent starting) {
        trust(configured);
    }

    static void trust(Optional<String> store) {
        System.setProperty(
                STORE, store.orElseGet(() -> Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")
                        .toString()));
    }
}
