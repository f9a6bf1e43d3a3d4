package dk.kvalitetsbro.moodle.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A connector as the stand-in sees it: takes events, and answers what it is told to. */
final class Receiver implements AutoCloseable {
    static final String SECRET = "e3b0c44298fc1c14";

    /** One message as it came over the wire. */
    record Message(String path, String timestamp, String signature, String contentType, byte[] body) {
        JsonObject json() {
            return (JsonObject) Rest.json(new String(body, UTF_8));
        }

        List<JsonObject> events() {
            return json().getJsonArray("events").getValuesAs(JsonObject.class);
        }

        List<String> types() {
            return events().stream().map(event -> event.getString("type")).toList();
        }
    }

    private final HttpServer server;
    private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ArrayDeque<>();

    Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    Connector connector() {
        return new Connector(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"), SECRET);
    }

    /** The next messages get these statuses, later ones 204. */
    synchronized void answers(List<Integer> statuses) {
        answers.addAll(statuses);
    }

    Message next() throws InterruptedException {
        var message = messages.poll(20, TimeUnit.SECONDS);
        if (message == null) {
            throw new IllegalStateException("No message came");
        }
        return message;
    }

    /** So many events, in however many messages. */
    List<JsonObject> events(int count) throws InterruptedException {
        var events = new ArrayList<JsonObject>();
        while (events.size() < count) {
            events.addAll(next().events());
        }
        return events;
    }

    private synchronized void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getRequestHeaders();
            messages.add(new Message(
                    exchange.getRequestURI().toString(),
                    headers.getFirst("X-Kvalitetsbro-Timestamp"),
                    headers.getFirst("X-Kvalitetsbro-Signature"),
                    headers.getFirst("Content-Type"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(answers.isEmpty() ? 204 : answers.remove(), -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
