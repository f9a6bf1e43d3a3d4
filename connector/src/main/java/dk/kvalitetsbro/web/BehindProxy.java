package dk.kvalitetsbro.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets a request that comes through a trusted proxy look as it was sent to that proxy. What others say in such headers is
 * not read. First of the filters in web.xml.
 */
public class BehindProxy extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private transient TrustedProxies proxies;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean through = proxies.trusts(request.getRemoteAddr());
        chain.doFilter(through ? new ForwardedRequest(request, proxies) : request, response);
    }
}
