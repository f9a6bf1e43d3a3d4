package dk.kvalitetsbro.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A request as it reached the first trusted proxy, by that proxy's {@code X-Forwarded-} headers. */
final class ForwardedRequest extends HttpServletRequestWrapper {
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9][A-Za-z0-9.-]*|\\[[0-9a-fA-F:.]+])(?::\\d{1,5})?");

    private final String client;
    private final URI root;

    ForwardedRequest(HttpServletRequest request, TrustedProxies proxies) {
        super(request);
        client = proxies.client(request.getRemoteAddr(), listed(request, "X-Forwarded-For"));
        String scheme =
                told(request, "X-Forwarded-Proto", Pattern.compile("https?")).orElseGet(request::getScheme);
        root = told(request, "X-Forwarded-Host", HOST)
                .map(host -> URI.create(scheme + "://" + host))
                .orElseGet(() -> URI.create(scheme + "://" + request.getServerName() + ownPort(request, scheme)));
    }

    private static String ownPort(HttpServletRequest request, String scheme) {
        return scheme.equals(request.getScheme()) ? ":" + request.getServerPort() : "";
    }

    /** What the last proxy says; those before it may not be ours. */
    private static Optional<String> told(HttpServletRequest request, String header, Pattern form) {
        List<String> values = listed(request, header);
        return values.isEmpty()
                ? Optional.empty()
                : Optional.of(values.get(values.size() - 1).strip())
                        .filter(value -> form.matcher(value).matches());
    }

    private static List<String> listed(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .toList();
    }

    @Override
    public String getRemoteAddr() {
        return client;
    }

    @Override
    public String getRemoteHost() {
        return client;
    }

    @Override
    public String getScheme() {
        return root.getScheme();
    }

    @Override
    public boolean isSecure() {
        return getScheme().equals("https");
    }

    @Override
    public String getServerName() {
        return root.getHost();
    }

    @Override
    public int getServerPort() {
        return root.getPort() >= 0 ? root.getPort() : isSecure() ? 443 : 80;
    }

    @Override
    public StringBuffer getRequestURL() {
        return new StringBuffer(root.toString()).append(getRequestURI());
    }
}
