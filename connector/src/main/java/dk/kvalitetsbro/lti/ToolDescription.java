package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;

/** What the tool tells a platform of itself. It asks for a person's key and for no more than that takes. */
@ApplicationScoped
class ToolDescription {
    static final String LTI = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    static final String MEMBERS = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    private static final Bilingual WHAT = new Bilingual(
            "Resultater, workshops og forløb i Kvalitetsbro.", "Results, workshops and courses in Kvalitetsbro.");

    /** The tool's addresses as a platform has to know them. */
    public record Addresses(URI login, URI launch, URI keys) {}

    private final PublicAddress address;
    private final Vouched vouched;

    @Inject
    ToolDescription(PublicAddress address, Vouched vouched) {
        this.address = address;
        this.vouched = vouched;
    }

    /** @param base of the request at hand, which counts where no public address is configured */
    public Addresses addresses(URI base) {
        return new Addresses(
                address.of(base, "lti/login"), address.of(base, "lti/launch"), address.of(base, "lti/keys"));
    }

    /** @return the message that registers the tool, by LTI's dynamic registration */
    public JsonObject json(URI base) {
        Addresses own = addresses(base);
        return Json.createObjectBuilder()
                .add("application_type", "web")
                .add("client_name", "Kvalitetsbro")
                .add("response_types", array("id_token"))
                .add("grant_types", array("implicit", "client_credentials"))
                .add("initiate_login_uri", own.login().toString())
                .add("redirect_uris", array(own.launch().toString()))
                .add("jwks_uri", own.keys().toString())
                .add("token_endpoint_auth_method", "private_key_jwt")
                .add("scope", SCORE + " " + MEMBERS)
                .add(
                        LTI,
                        Json.createObjectBuilder()
                                .add("domain", own.launch().getRawAuthority())
                                .add("description", WHAT.da())
                                .add("description#en", WHAT.en())
                                .add("target_link_uri", own.launch().toString())
                                .add("claims", array(vouched.needed()))
                                .add(
                                        "messages",
                                        Json.createArrayBuilder()
                                                .add(message("LtiResourceLinkRequest", own.launch()))
                                                .add(message("LtiDeepLinkingRequest", own.launch()))))
                .build();
    }

    private static JsonObject message(String type, URI address) {
        return Json.createObjectBuilder()
                .add("type", type)
                .add("target_link_uri", address.toString())
                .build();
    }

    private static JsonArrayBuilder array(String... values) {
        return array(List.of(values));
    }

    private static JsonArrayBuilder array(List<String> values) {
        return Json.createArrayBuilder(values);
    }
}
