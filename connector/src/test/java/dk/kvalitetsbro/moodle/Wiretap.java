package dk.kvalitetsbro.moodle;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Stands before a Moodle, passes everything on, and remembers what was said to it. */
final class Wiretap implements AutoCloseable {
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final URI site;

    Wiretap(URI site) {
        this.site = site;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::passOn);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @return all that was said, as people read it */
    String heard() {
        return String.join("\n", heard);
    }

    /** @return the fields of all calls of the function, as {@code name=value} */
    List<String> fields(String function) {
        return heard.stream()
                .filter(call -> call.contains("wsfunction=" + function + "&"))
                .flatMap(call -> Stream.of(call.split("&")))
                .toList();
    }

    private void passOn(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        heard.add(URLDecoder.decode(
                exchange.getRequestURI() + " " + new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(
                        site.resolve(exchange.getRequestURI().toString()))
                .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
        var type = exchange.getRequestHeaders().getFirst("Content-Type");
        if (type != null) {
            request.header("Content-Type", type);
        }
        try {
            var reply = client.send(request.build(), BodyHandlers.ofByteArray());
            reply.headers().firstValue("Content-Type").ifPresent(it -> exchange.getResponseHeaders()
                    .set("Content-Type", it));
            exchange.sendResponseHeaders(reply.statusCode(), reply.body().length == 0 ? -1 : reply.body().length);
            exchange.getResponseBody().write(reply.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
