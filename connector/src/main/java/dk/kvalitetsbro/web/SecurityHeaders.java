package dk.kvalitetsbro.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/**
 * What every answer, an error too, tells the browser to forbid; assets may be kept for a while, pages never. In web.xml,
 * which has the order of filters.
 */
public class SecurityHeaders extends HttpFilter {
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> ALWAYS = Map.of(
            PagePolicy.HEADER,
            PagePolicy.framedByNobody(),
            // Heeded where frame-ancestors is not known, and nowhere else.
            "X-Frame-Options",
            "DENY",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "same-origin",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
                    + "microphone=(), midi=(), payment=(), usb=()");

    /** Half a year: a municipality that gives HTTPS up has to wait so long. */
    private static final String HTTPS_ONLY = "max-age=15552000";

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient PublicAddress address;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ALWAYS.forEach(response::setHeader);
        boolean asset = request.getRequestURI().startsWith(request.getContextPath() + "/assets/");
        response.setHeader("Cache-Control", asset ? "public, max-age=3600" : "no-store");
        if (address.isHttps(URI.create(request.getScheme() + ":/"))) {
            response.setHeader("Strict-Transport-Security", HTTPS_ONLY);
        }
        chain.doFilter(request, response);
    }
}
