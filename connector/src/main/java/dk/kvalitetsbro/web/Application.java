package dk.kvalitetsbro.web;

import jakarta.ws.rs.ApplicationPath;
import java.util.Map;

/** Every page and interface lies under {@code /app}; the rest of the site is static assets and health. */
@ApplicationPath("app")
public class Application extends jakarta.ws.rs.core.Application {
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(jakarta.mvc.security.Csrf.CSRF_PROTECTION, jakarta.mvc.security.Csrf.CsrfOptions.OFF);
    }
}
