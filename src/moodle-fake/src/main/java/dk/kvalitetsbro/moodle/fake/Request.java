package dk.kvalitetsbro.moodle.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a browser asks for: fields come from the address or the form. */
record Request(String method, String path, Map<String, Object> fields, HttpExchange exchange) {
    private static final int LONGEST_FORM = 64 * 1024;

    static Request of(HttpExchange exchange) throws IOException {
        var uri = exchange.getRequestURI();
        var fields = new LinkedHashMap<String, Object>();
        if (uri.getRawQuery() != null) {
            fields.putAll(PhpVariables.ofQuery(uri.getRawQuery(), PhpVariables.MAX_INPUT_VARS));
        }
        var form = new String(exchange.getRequestBody().readNBytes(LONGEST_FORM), StandardCharsets.UTF_8);
        fields.putAll(PhpVariables.ofBody(form, PhpVariables.MAX_INPUT_VARS));
        return new Request(exchange.getRequestMethod(), uri.getPath(), fields, exchange);
    }

    /** Empty where the field is missing. */
    String text(String name) {
        return fields.get(name) instanceof String text ? text.strip() : "";
    }

    /** Empty where the field holds no positive whole number. */
    Optional<Long> id(String name) {
        var text = text(name);
        return text.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    Optional<String> cookie(String name) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> Arrays.stream(header.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    /** Meant for this server and, where it changes something, sent from one of its own pages. */
    boolean isForUs(URI baseUri) {
        var host = header("Host").orElse("");
        boolean ours = host.equals(baseUri.getAuthority()) || host.equals("localhost:" + baseUri.getPort());
        return ours && (method.equals("GET") || (originIs("http://" + host) && isFromSameSite()));
    }

    private boolean originIs(String own) {
        return header("Origin").map(own::equals).orElse(true);
    }

    private boolean isFromSameSite() {
        return header("Sec-Fetch-Site")
                .map(site -> site.equals("same-origin") || site.equals("none"))
                .orElse(true);
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name));
    }
}
