package dk.kvalitetsbro.lti;

import static dk.kvalitetsbro.lti.ScriptedPlatform.with;
import static dk.kvalitetsbro.lti.ScriptedPlatform.without;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** A registration that must not succeed, and the reason that the audit log gives. Each is otherwise as it should be. */
record BrokenRegistration(
        String name, int status, String reason, BiFunction<ScriptedPlatform, Request, Request> breaking) {
    /** What the platform's administrator makes their browser ask for. */
    record Request(String link, String configuration, String token) {
        Request link(String other) {
            return new Request(other, configuration, token);
        }

        Request configuration(String other) {
            return new Request(link, other, token);
        }

        Request token(String other) {
            return new Request(link, configuration, other);
        }
    }

    private static final String LIST_OF_OTHERS = "HS256";

    @Override
    public String toString() {
        return name;
    }

    static List<BrokenRegistration> all() {
        return List.of(
                asked("no configuration", 400, "PARAMETERS", it -> it.configuration("")),
                asked("no token", 400, "PARAMETERS", it -> it.token("")),
                asked("a configuration in the open", 400, "PARAMETERS", it -> it.configuration("http://a.example/c")),
                asked("a file for a configuration", 400, "PARAMETERS", it -> it.configuration("file:///etc/passwd")),
                asked("a script for a configuration", 400, "PARAMETERS", it -> it.configuration("javascript:alert(1)")),
                asked(
                        "a configuration with a user",
                        400,
                        "PARAMETERS",
                        it -> it.configuration(it.configuration().replace("127.0.0.1", "a:b@127.0.0.1"))),
                asked(
                        "a configuration with a fragment",
                        400,
                        "PARAMETERS",
                        it -> it.configuration(it.configuration() + "#a")),
                asked(
                        "a huge configuration address",
                        400,
                        "PARAMETERS",
                        it -> it.configuration(it.configuration() + "?" + "a".repeat(3000))),
                asked("a token of several lines", 400, "PARAMETERS", it -> it.token("a\r\nX-Other: b")),
                asked("a huge token", 400, "PARAMETERS", it -> it.token("a".repeat(4001))),
                asked("no link", 403, "LINK", it -> it.link("")),
                asked("a link that nobody made", 403, "LINK", it -> it.link("made.up")),
                asked("half a link", 403, "LINK", it -> it.link(it.link().replaceFirst("[.].*", "."))),
                asked("SQL for a link", 403, "LINK", it -> it.link("' or 1=1; --.x")),
                asked(
                        "a configuration at another port",
                        422,
                        "OTHER_HOST",
                        it -> it.configuration("http://127.0.0.1:1/conf")),
                asked(
                        "a configuration at another host",
                        422,
                        "OTHER_HOST",
                        it -> it.configuration("https://evil.example/conf")),
                told("no configuration there", "NO_ANSWER", platform -> platform.tells(404, "")),
                told("a broken platform", "NO_ANSWER", platform -> platform.tells(500, "Stack trace")),
                told("a configuration elsewhere", "NO_ANSWER", ScriptedPlatform::tellsToLookElsewhere),
                told("a huge configuration", "NO_ANSWER", platform -> platform.tells(200, " ".repeat(3 << 20))),
                told("a page for a configuration", "NOT_JSON", platform -> platform.tells(200, "<html></html>")),
                told("a list for a configuration", "NOT_JSON", platform -> platform.tells(200, "[]")),
                told("an empty configuration", "ISSUER", platform -> platform.tells(200, "{}")),
                told("another issuer", "ISSUER", it -> it.tells(with(it.honest(), "issuer", "https://a.example"))),
                told("a number for an issuer", "ISSUER", it -> it.tells(with(it.honest(), "issuer", JsonValue.TRUE))),
                told(
                        "a platform without LTI",
                        "NOT_LTI",
                        it -> it.tells(without(it.honest(), ScriptedPlatform.LTI_PLATFORM))),
                told(
                        "another algorithm",
                        "ALGORITHM",
                        it -> it.tells(
                                with(it.honest(), "id_token_signing_alg_values_supported", list(LIST_OF_OTHERS)))),
                told(
                        "no token for a launch",
                        "RESPONSE_TYPE",
                        it -> it.tells(with(it.honest(), "response_types_supported", list("code")))),
                told(
                        "a secret for the tool",
                        "TOKEN_METHOD",
                        it -> it.tells(with(
                                it.honest(), "token_endpoint_auth_methods_supported", list("client_secret_post")))),
                told("no endpoint for tokens", "ENDPOINT", it -> it.tells(without(it.honest(), "token_endpoint"))),
                told(
                        "keys at another host",
                        "ENDPOINT",
                        it -> it.tells(with(it.honest(), "jwks_uri", "https://evil.example/certs"))),
                told(
                        "a script to sign in at",
                        "ENDPOINT",
                        it -> it.tells(with(it.honest(), "authorization_endpoint", "javascript:alert(1)"))),
                told(
                        "a registration at another host",
                        "ENDPOINT",
                        it -> it.tells(with(it.honest(), "registration_endpoint", "https://evil.example/register"))),
                told(
                        "junk for an endpoint",
                        "ENDPOINT",
                        it -> it.tells(with(it.honest(), "token_endpoint", "http://[oops \r\n"))),
                told("a refusal", "PLATFORM_REFUSED", it -> it.answers(401, "token_already_used")),
                told("a registration elsewhere", "PLATFORM_REFUSED", it -> it.answers(307, "")),
                told("a page for an answer", "NOT_JSON", it -> it.answers(200, "<html></html>")),
                told("a huge answer", "NO_ANSWER", it -> it.answers(200, " ".repeat(3 << 20))),
                told("no client", "NO_CLIENT", it -> it.answers(without(it.registered(), "client_id"))),
                told("lines for a client", "NO_CLIENT", it -> it.answers(with(it.registered(), "client_id", "a\r\nb"))),
                told(
                        "a huge client",
                        "NO_CLIENT",
                        it -> it.answers(with(it.registered(), "client_id", "a".repeat(256)))),
                told(
                        "no deployment",
                        "NO_DEPLOYMENT",
                        it -> it.answers(with(it.registered(), ToolDescription.LTI, JsonValue.EMPTY_JSON_OBJECT))),
                told(
                        "an answer about another matter",
                        "NO_CONFIGURATION",
                        it -> it.answers(without(it.registered(), ToolDescription.LTI))));
    }

    private static BrokenRegistration asked(String name, int status, String reason, UnaryOperator<Request> change) {
        return new BrokenRegistration(name, status, reason, (platform, request) -> change.apply(request));
    }

    private static BrokenRegistration told(String name, String reason, Consumer<ScriptedPlatform> change) {
        return new BrokenRegistration(name, 422, reason, (platform, request) -> {
            change.accept(platform);
            return request;
        });
    }

    private static JsonValue list(String value) {
        JsonObject holder = Json.createObjectBuilder()
                .add("list", Json.createArrayBuilder().add(value))
                .build();
        return holder.getJsonArray("list");
    }
}
