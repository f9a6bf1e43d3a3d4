package dk.kvalitetsbro.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProductTest {
    private static final String SESSION = "__Host-kvalitetsbro=s-1";

    private final HttpServer server = server();

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void stays_signed_in_where_the_cookie_is_meant_for_https_that_a_proxy_ends() throws Exception {
        var product =
                new Product(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/app/"));
        product.signIn(UUID.randomUUID());
        assertEquals(SESSION, product.get("import").text());
    }

    private static HttpServer server() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.createContext("/", ProductTest::answer);
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void answer(HttpExchange call) throws IOException {
        try (call) {
            var brought = call.getRequestHeaders().getFirst("Cookie");
            var page = String.valueOf(brought).getBytes(StandardCharsets.UTF_8);
            call.getResponseHeaders().add("Set-Cookie", SESSION + "; Path=/; Secure; HttpOnly; SameSite=Lax");
            call.sendResponseHeaders(200, page.length);
            call.getResponseBody().write(page);
        }
    }
}
