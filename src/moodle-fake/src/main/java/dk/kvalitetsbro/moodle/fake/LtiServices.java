package dk.kvalitetsbro.moodle.fake;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tools ask of the site: its configuration, its keys, tokens, grades, participants, and what they answer it. */
final class LtiServices implements HttpHandler {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";
    private static final int LONGEST_BODY = 256 * 1024;

    private final LtiPlatform platform;
    private final LtiRegistration registration;
    private final LtiResources resources;

    LtiServices(LtiPlatform platform, Site site, URI baseUri, MoodleVersion version) {
        this.platform = platform;
        this.registration = new LtiRegistration(platform, baseUri, version);
        this.resources = new LtiResources(platform, site, baseUri);
    }

    /** The addresses that this handler answers; those below them, too. */
    static Set<String> paths() {
        return Stream.of(
                        "openid-configuration",
                        "openid-registration",
                        "certs",
                        "token",
                        "services",
                        "contentitem_return")
                .map(name -> "/mod/lti/" + name + ".php")
                .collect(Collectors.toUnmodifiableSet());
    }

    /** An answer with its content type and perhaps a link to the next page. */
    record Reply(int status, String type, String body, Optional<String> link) {
        static Reply of(int status, String type, String body) {
            return new Reply(status, type, body, Optional.empty());
        }
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readNBytes(LONGEST_BODY), StandardCharsets.UTF_8);
            var reply = answer(exchange, body);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            reply.link().ifPresent(link -> exchange.getResponseHeaders().set("Link", link));
            byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Reply answer(HttpExchange exchange, String body) {
        var path = exchange.getRequestURI().getPath().replaceFirst("^/mod/lti/", "");
        var authorization = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                .orElse("");
        return switch (path.replaceFirst("\\.php.*", "")) {
            case "openid-configuration" ->
                Reply.of(200, JSON, registration.configuration().toString());
            case "openid-registration" -> register(authorization, body);
            case "certs" -> Reply.of(200, JSON, platform.keys().toString());
            case "token" -> token(PhpVariables.ofBody(body, PhpVariables.MAX_INPUT_VARS));
            case "contentitem_return" ->
                take(
                        PhpVariables.ofQuery(
                                Optional.ofNullable(exchange.getRequestURI().getRawQuery())
                                        .orElse(""),
                                PhpVariables.MAX_INPUT_VARS),
                        PhpVariables.ofBody(body, PhpVariables.MAX_INPUT_VARS));
            default -> resources.answer(exchange, authorization.replaceFirst("^Bearer ", ""), body);
        };
    }

    private Reply register(String authorization, String body) {
        try {
            return Reply.of(
                    200, JSON, registration.register(authorization, body).toString());
        } catch (LtiRegistration.Refused e) {
            return Reply.of(e.status, HTML, String.valueOf(e.getMessage()));
        }
    }

    /** Moodle tells that its answer is HTML. */
    private Reply token(Map<String, Object> form) {
        var assertion = text(form, "client_assertion");
        if (assertion.isEmpty()
                || text(form, "scope").isEmpty()
                || text(form, "grant_type").isEmpty()) {
            return error("invalid_request");
        }
        if (!text(form, "grant_type").equals("client_credentials")
                || !text(form, "client_assertion_type")
                        .equals("urn:ietf:params:oauth:client-assertion-type:jwt-bearer")) {
            return error("unsupported_grant_type");
        }
        var tool = Jwt.read(assertion).flatMap(claims -> platform.tool(claims.getString("sub", "")));
        if (tool.isEmpty()) {
            return error("invalid_client");
        }
        var key = key(tool.get(), assertion);
        if (key.isEmpty()) {
            return Reply.of(404, HTML, "<!DOCTYPE html><title>Error</title><p>The key set cannot be read.</p>");
        }
        if (!Jwt.isSignedBy(assertion, key.get())) {
            return error("Signature verification failed");
        }
        var scopes = Stream.of(text(form, "scope").split(" "))
                .filter(tool.get().scopes()::contains)
                .collect(Collectors.toSet());
        if (scopes.isEmpty()) {
            return error("invalid_scope");
        }
        return Reply.of(
                200,
                HTML,
                Json.createObjectBuilder()
                        .add("access_token", platform.newToken(scopes))
                        .add("token_type", "Bearer")
                        .add("expires_in", 3600)
                        .add("scope", String.join(" ", scopes))
                        .build()
                        .toString());
    }

    private static Reply error(String word) {
        return Reply.of(
                400, HTML, Json.createObjectBuilder().add("error", word).build().toString());
    }

    /** What somebody chose in a tool comes back. */
    private Reply take(Map<String, Object> query, Map<String, Object> form) {
        var token = text(form, "JWT");
        var tool = Jwt.read(token).flatMap(claims -> platform.tool(claims.getString("iss", "")));
        boolean right = tool.isPresent()
                && text(query, "id").equals(String.valueOf(tool.get().id()))
                && key(tool.get(), token)
                        .filter(key -> Jwt.isSignedBy(token, key))
                        .isPresent();
        if (!right) {
            return Reply.of(400, HTML, "<!DOCTYPE html><title>Error</title><p>Incorrect consumer key.</p>");
        }
        platform.place(Jwt.read(token).orElseThrow());
        return Reply.of(200, HTML, "<!DOCTYPE html><title>Content selected</title><p>Content selected</p>");
    }

    private Optional<PublicKey> key(LtiTool tool, String token) {
        try {
            if (tool.pastedKey().isPresent()) {
                return Optional.of(Jwt.key(tool.pastedKey().get()));
            }
            var kid = Jwt.kid(token).orElse("");
            for (var jwk : keySet(tool.keySet().orElseThrow())) {
                if (jwk.asJsonObject().getString("kid", "").equals(kid)) {
                    return Optional.of(Jwt.key(jwk.asJsonObject()));
                }
            }
            return Optional.empty();
        } catch (GeneralSecurityException | IOException | JsonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static JsonArray keySet(URI address) throws IOException {
        var connection = address.toURL().openConnection();
        connection.setConnectTimeout(2000);
        connection.setReadTimeout(2000);
        try (var in = connection.getInputStream();
                var reader = Json.createReader(
                        new StringReader(new String(in.readNBytes(LONGEST_BODY), StandardCharsets.UTF_8)))) {
            JsonObject set = reader.readObject();
            return set.getJsonArray("keys");
        }
    }

    private static String text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }
}
