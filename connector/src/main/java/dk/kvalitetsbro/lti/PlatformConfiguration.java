package dk.kvalitetsbro.lti;

import jakarta.json.JsonObject;
import java.net.URI;

/** What a platform tells of itself when a tool is to be registered: OpenID configuration with a part of LTI's own. */
record PlatformConfiguration(String issuer, URI authorization, URI token, URI keys, URI registration) {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti-platform-configuration";

    /** @param expected the issuer that the configuration has to be of; every address in it has to be on its host */
    static PlatformConfiguration read(String text, String expected) throws NotUsable {
        JsonObject json = Told.object(text);
        require(Told.text(json, "issuer").equals(expected), "ISSUER");
        require(json.get(LTI) instanceof JsonObject, "NOT_LTI");
        require(Told.texts(json, "id_token_signing_alg_values_supported").contains("RS256"), "ALGORITHM");
        require(Told.texts(json, "response_types_supported").contains("id_token"), "RESPONSE_TYPE");
        require(Told.texts(json, "token_endpoint_auth_methods_supported").contains("private_key_jwt"), "TOKEN_METHOD");
        return new PlatformConfiguration(
                expected,
                endpoint(json, "authorization_endpoint", expected),
                endpoint(json, "token_endpoint", expected),
                endpoint(json, "jwks_uri", expected),
                endpoint(json, "registration_endpoint", expected));
    }

    private static URI endpoint(JsonObject json, String name, String issuer) throws NotUsable {
        return Origin.safe(Told.text(json, name))
                .filter(address -> Origin.same(address, URI.create(issuer)))
                .orElseThrow(() -> new NotUsable("ENDPOINT"));
    }

    private static void require(boolean so, String otherwise) throws NotUsable {
        if (!so) {
            throw new NotUsable(otherwise);
        }
    }
}
