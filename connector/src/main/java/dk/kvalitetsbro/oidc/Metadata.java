package dk.kvalitetsbro.oidc;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What a provider tells of itself in its discovery document.
 *
 * @param namesIssuer whether every answer of its names who gave it, as RFC 9207 has it
 * @param secretInForm whether it takes the secret only within the form
 */
record Metadata(
        URI authorization, URI token, URI keys, Optional<URI> endSession, boolean namesIssuer, boolean secretInForm) {
    /** @throws SignInRefused when it is another issuer's, or lacks what has to be there */
    static Metadata of(JsonObject document, String issuer) {
        if (!issuer.equals(text(document, "issuer").orElse(""))) {
            throw unreadable("discovery.issuer");
        }
        return new Metadata(
                address(document, "authorization_endpoint").orElseThrow(() -> unreadable("discovery.authorization")),
                address(document, "token_endpoint").orElseThrow(() -> unreadable("discovery.token")),
                address(document, "jwks_uri").orElseThrow(() -> unreadable("discovery.keys")),
                address(document, "end_session_endpoint"),
                document.get("authorization_response_iss_parameter_supported") == JsonValue.TRUE,
                secretInForm(document));
    }

    private static Optional<URI> address(JsonObject document, String name) {
        try {
            return text(document, name).map(address -> OidcSettings.requireSafe(address, name));
        } catch (IllegalArgumentException unsafe) {
            throw unreadable("discovery." + name);
        }
    }

    private static boolean secretInForm(JsonObject document) {
        JsonValue methods = document.get("token_endpoint_auth_methods_supported");
        return methods != null
                && methods.getValueType() == JsonValue.ValueType.ARRAY
                && !texts(methods).contains("client_secret_basic");
    }

    private static List<String> texts(JsonValue array) {
        return array.asJsonArray().stream()
                .filter(JsonString.class::isInstance)
                .map(value -> ((JsonString) value).getString())
                .toList();
    }

    private static Optional<String> text(JsonObject document, String name) {
        return document.get(name) instanceof JsonString text ? Optional.of(text.getString()) : Optional.empty();
    }

    private static SignInRefused unreadable(String what) {
        return new SignInRefused(SignInTrouble.UNREACHABLE, what);
    }
}
