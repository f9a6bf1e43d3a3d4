package dk.kvalitetsbro.moodle.fake;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Dynamic registration, with what Moodle asks of a tool and what it makes of it. */
final class LtiRegistration {
    private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";

    /** What Moodle answers where it refuses: a word in the body. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
        final int status;

        Refused(int status, String word) {
            super(word);
            this.status = status;
        }
    }

    private final LtiPlatform platform;
    private final String base;
    private final MoodleVersion version;

    LtiRegistration(LtiPlatform platform, URI baseUri, MoodleVersion version) {
        this.platform = platform;
        this.base = baseUri.toString();
        this.version = version;
    }

    JsonObject configuration() {
        return Json.createObjectBuilder()
                .add("issuer", base)
                .add("token_endpoint", base + "/mod/lti/token.php")
                .add("token_endpoint_auth_methods_supported", list("private_key_jwt"))
                .add("token_endpoint_auth_signing_alg_values_supported", list("RS256"))
                .add("jwks_uri", base + "/mod/lti/certs.php")
                .add("authorization_endpoint", base + "/mod/lti/auth.php")
                .add("registration_endpoint", base + "/mod/lti/openid-registration.php")
                .add("scopes_supported", list(LtiPlatform.SCORE, LtiPlatform.MEMBERS, "openid"))
                .add("response_types_supported", list("id_token"))
                .add("subject_types_supported", list("public", "pairwise"))
                .add("id_token_signing_alg_values_supported", list("RS256"))
                .add("claims_supported", list("sub", "iss", "name", "given_name", "family_name", "email"))
                .add(
                        "https://purl.imsglobal.org/spec/lti-platform-configuration",
                        Json.createObjectBuilder()
                                .add("product_family_code", "moodle")
                                .add("version", version.release())
                                .add(
                                        "messages_supported",
                                        Json.createArrayBuilder()
                                                .add(Json.createObjectBuilder().add("type", "LtiResourceLinkRequest"))
                                                .add(Json.createObjectBuilder()
                                                        .add("type", "LtiDeepLinkingRequest")
                                                        .add("placements", list("ContentArea"))))
                                .add("variables", list("Person.sourcedId", "User.username")))
                .build();
    }

    /** @param authorization the header of that name; empty where it is missing */
    JsonObject register(String authorization, String body) throws Refused {
        if (!authorization.startsWith("Bearer ")) {
            throw new Refused(401, "missing_registration_token");
        }
        var token = authorization.substring("Bearer ".length()).strip();
        var claims = Jwt.read(token)
                .filter(any -> platform.isOwn(token))
                .orElseThrow(() -> new Refused(400, "Signature verification failed"));
        var clientId = claims.getString("sub", "");
        if (platform.tool(clientId).isPresent()) {
            throw new Refused(401, "token_already_used");
        }
        return answer(platform.add(tool(clientId, read(body))));
    }

    private LtiTool tool(String clientId, JsonObject told) throws Refused {
        if (!(told.get(TOOL) instanceof JsonObject lti)) {
            throw missing(TOOL);
        }
        require(strings(told, "response_types").contains("id_token"), "invalid_response_types");
        require(
                text(told, "token_endpoint_auth_method").equals("private_key_jwt"),
                "invalid_token_endpoint_auth_method");
        require(!lti.getString("domain", "").isEmpty(), "missing_domain");
        var launch = URI.create(lti.getString("target_link_uri", ""));
        require(lti.getString("domain").split(":")[0].equals(launch.getHost()), "domain_targetlinkuri_mismatch");
        return new LtiTool(
                platform.nextTool(),
                clientId,
                text(told, "client_name"),
                launch,
                URI.create(text(told, "initiate_login_uri")),
                strings(told, "redirect_uris"),
                Optional.of(URI.create(text(told, "jwks_uri"))),
                Optional.empty(),
                deepLinking(lti),
                Set.of(told.getString("scope", "").split(" ")));
    }

    private static Optional<URI> deepLinking(JsonObject lti) {
        return lti.get("messages") instanceof JsonArray messages
                ? messages.stream()
                        .map(JsonValue::asJsonObject)
                        .filter(message -> message.getString("type", "").equals("LtiDeepLinkingRequest"))
                        .map(message -> URI.create(message.getString("target_link_uri", "")))
                        .findFirst()
                : Optional.empty();
    }

    private static JsonObject answer(LtiTool tool) {
        return Json.createObjectBuilder()
                .add("client_id", tool.clientId())
                .add("response_types", list("id_token"))
                .add("initiate_login_uri", tool.login().toString())
                .add("redirect_uris", Json.createArrayBuilder(tool.redirects()))
                .add("application_type", "web")
                .add("token_endpoint_auth_method", "private_key_jwt")
                .add("client_name", tool.name())
                .add("scope", String.join(" ", tool.scopes()))
                .add(
                        TOOL,
                        Json.createObjectBuilder()
                                .add("version", "1.3.0")
                                .add("deployment_id", String.valueOf(tool.id()))
                                .add("target_link_uri", tool.launch().toString())
                                .add("domain", tool.launch().getHost())
                                .add("claims", list("sub", "iss")))
                .build();
    }

    private static JsonObject read(String body) throws Refused {
        try (var reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw missing("response_types");
        }
    }

    private static String text(JsonObject told, String name) throws Refused {
        if (told.get(name) instanceof JsonString text && !text.getString().isEmpty()) {
            return text.getString();
        }
        throw missing(name);
    }

    private static List<String> strings(JsonObject told, String name) throws Refused {
        if (told.get(name) instanceof JsonArray array && !array.isEmpty()) {
            return array.getValuesAs(JsonString::getString);
        }
        throw missing(name);
    }

    private static Refused missing(String name) {
        return new Refused(400, "missing required attribute " + name);
    }

    private static void require(boolean so, String otherwise) throws Refused {
        if (!so) {
            throw new Refused(400, otherwise);
        }
    }

    private static JsonArray list(String... values) {
        return Json.createArrayBuilder(List.of(values)).build();
    }
}
