package dk.kvalitetsbro.lti;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A platform that tells of itself, and answers to a registration, whatever it is told to. */
final class ScriptedPlatform implements AutoCloseable {
    static final String LTI_PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";

    private record Said(int status, String type, String body, Map<String, String> headers) {}

    private final HttpServer server;
    private final List<String> registrations = new ArrayList<>();
    private Said configuration = new Said(404, "text/html", "", Map.of());
    private Said registration = new Said(404, "text/html", "", Map.of());

    private ScriptedPlatform(HttpServer server) {
        this.server = server;
    }

    static ScriptedPlatform start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            var platform = new ScriptedPlatform(server);
            server.createContext("/conf", exchange -> platform.say(exchange, platform.configuration));
            server.createContext(
                    "/elsewhere",
                    exchange -> platform.say(
                            exchange,
                            new Said(200, "application/json", platform.honest().toString(), Map.of())));
            server.createContext("/register", exchange -> {
                platform.registrations.add(exchange.getRequestHeaders().getFirst("Authorization")
                        + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                platform.say(exchange, platform.registration);
            });
            server.start();
            platform.tells(platform.honest());
            platform.answers(platform.registered());
            return platform;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void say(HttpExchange exchange, Said said) throws IOException {
        try (exchange) {
            byte[] body = said.body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", said.type);
            said.headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(said.status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String configurationAddress() {
        return issuer() + "/conf";
    }

    /** @return what it was asked to register: the token and the tool's own words */
    List<String> registrations() {
        return List.copyOf(registrations);
    }

    JsonObject honest() {
        return Json.createObjectBuilder()
                .add("issuer", issuer())
                .add("authorization_endpoint", issuer() + "/auth")
                .add("token_endpoint", issuer() + "/token")
                .add("jwks_uri", issuer() + "/certs")
                .add("registration_endpoint", issuer() + "/register")
                .add(
                        "id_token_signing_alg_values_supported",
                        Json.createArrayBuilder().add("RS256"))
                .add("response_types_supported", Json.createArrayBuilder().add("id_token"))
                .add(
                        "token_endpoint_auth_methods_supported",
                        Json.createArrayBuilder().add("private_key_jwt"))
                .add(LTI_PLATFORM, Json.createObjectBuilder().add("product_family_code", "moodle"))
                .build();
    }

    JsonObject registered() {
        return Json.createObjectBuilder()
                .add("client_id", "client-of-" + server.getAddress().getPort())
                .add(ToolDescription.LTI, Json.createObjectBuilder().add("deployment_id", "7"))
                .build();
    }

    void tells(JsonObject told) {
        tells(200, told.toString());
    }

    void tells(int status, String body) {
        configuration = new Said(status, "application/json", body, Map.of());
    }

    void tellsToLookElsewhere() {
        configuration = new Said(302, "text/html", "", Map.of("Location", issuer() + "/elsewhere"));
    }

    void answers(JsonObject told) {
        answers(200, told.toString());
    }

    void answers(int status, String body) {
        registration = new Said(status, "application/json", body, Map.of("Location", issuer() + "/elsewhere"));
    }

    static JsonObject with(JsonObject json, String name, JsonValue value) {
        return Json.createObjectBuilder(json).add(name, value).build();
    }

    static JsonObject with(JsonObject json, String name, String value) {
        return with(json, name, Json.createValue(value));
    }

    static JsonObject without(JsonObject json, String name) {
        return Json.createObjectBuilder(json).remove(name).build();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
