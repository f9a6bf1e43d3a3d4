package dk.kvalitetsbro.web;

import jakarta.mvc.form.FormMethodOverwriter;
import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import java.util.Map;

/**
 * Every page and interface lies under {@code /app}; the rest of the site is static assets and health. Forms are protected
 * by {@link CrossSiteFilter}, and {@link OwnAddresses} writes where a page of ours is.
 */
@ApplicationPath("app")
public class Application extends jakarta.ws.rs.core.Application {
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                Csrf.CSRF_PROTECTION,
                Csrf.CsrfOptions.OFF,
                // A field of a form would say what the request is, after reading all of it and before any filter of
                // ours.
                FormMethodOverwriter.FORM_METHOD_OVERWRITE,
                FormMethodOverwriter.Options.DISABLED,
                "jersey.config.server.headers.location.relative.resolution.disabled",
                true);
    }
}
