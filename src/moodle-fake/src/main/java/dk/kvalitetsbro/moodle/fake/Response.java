package dk.kvalitetsbro.moodle.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page, or the way to another one. */
record Response(int status, Map<String, String> headers, byte[] body) {
    private static final byte[] STYLE = resource("style.css");

    static Response page(int status, String html) {
        return new Response(
                status, Map.of("Content-Type", "text/html; charset=utf-8"), html.getBytes(StandardCharsets.UTF_8));
    }

    static Response style() {
        return new Response(200, Map.of("Content-Type", "text/css; charset=utf-8"), STYLE);
    }

    static Response script(String code) {
        return new Response(
                200, Map.of("Content-Type", "text/javascript; charset=utf-8"), code.getBytes(StandardCharsets.UTF_8));
    }

    /** A path of this server, to be read with GET. */
    static Response seeOther(String path) {
        return new Response(303, Map.of("Location", path), new byte[0]);
    }

    Response with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    void send(HttpExchange exchange) throws IOException {
        var out = exchange.getResponseHeaders();
        out.set("Cache-Control", "no-store");
        out.set("X-Content-Type-Options", "nosniff");
        out.set("Referrer-Policy", "same-origin");
        out.set(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'");
        headers.forEach(out::set);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    private static byte[] resource(String name) {
        try (var in = Response.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The stand-in's jar lacks " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
