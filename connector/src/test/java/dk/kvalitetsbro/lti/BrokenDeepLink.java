package dk.kvalitetsbro.lti;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A question what to place that is not answered, and the rule that it breaks. Each is otherwise as it should be. */
record BrokenDeepLink(String name, Rule rule, Function<String, UnaryOperator<JsonObjectBuilder>> breaking) {
    @Override
    public String toString() {
        return name;
    }

    /** @param issuer of the platform that asks */
    static UnaryOperator<JsonObjectBuilder> honest(String issuer) {
        return claims -> claims.add(LaunchingBrowser.LTI + "message_type", "LtiDeepLinkingRequest")
                .add(DeepLinkRequest.SETTINGS, settings(issuer));
    }

    static JsonObject settings(String issuer) {
        return Json.createObjectBuilder()
                .add("accept_types", Json.createArrayBuilder().add("ltiResourceLink"))
                .add(
                        "accept_presentation_document_targets",
                        Json.createArrayBuilder().add("frame").add("window"))
                .add("accept_multiple", true)
                .add("auto_create", false)
                .add("data", "a b&c=\u00e6 {\"d\":1}")
                .add("title", "Kvalitetsbro")
                .add("deep_link_return_url", issuer + "/mod/lti/contentitem_return.php?course=2&id=1&sesskey=abc")
                .build();
    }

    static List<BrokenDeepLink> all() {
        return List.of(
                settings("no settings", Rule.PLACEABLE, any -> JsonValue.EMPTY_JSON_OBJECT),
                settings("a text for settings", Rule.CLAIM_FORM, any -> Json.createValue("all")),
                settings("a list for settings", Rule.CLAIM_FORM, any -> JsonValue.EMPTY_JSON_ARRAY),
                settings("nothing to choose", Rule.PLACEABLE, it -> without(it, "accept_types")),
                settings(
                        "only files to choose",
                        Rule.PLACEABLE,
                        it -> with(
                                it,
                                "accept_types",
                                Json.createArrayBuilder()
                                        .add("file")
                                        .add("html")
                                        .build())),
                settings(
                        "a number of things to choose",
                        Rule.CLAIM_FORM,
                        it -> with(it, "accept_types", Json.createValue(1))),
                settings(
                        "numbers to choose from",
                        Rule.CLAIM_FORM,
                        it -> with(
                                it,
                                "accept_types",
                                Json.createArrayBuilder().add(1).build())),
                settings("nowhere to answer", Rule.RETURN_ADDRESS, it -> without(it, "deep_link_return_url")),
                settings(
                        "a number to answer to",
                        Rule.CLAIM_FORM,
                        it -> with(it, "deep_link_return_url", Json.createValue(80))),
                address("another host to answer to", "https://evil.example/return"),
                address("another port to answer to", "http://127.0.0.1:1/return"),
                address("a script to answer to", "javascript:alert(1)"),
                address("a path to answer to", "/mod/lti/contentitem_return.php"),
                address("a blank to answer to", " "),
                address("junk to answer to", "http://[oops\r\nX: y"),
                settings(
                        "a host with a user to answer to",
                        Rule.RETURN_ADDRESS,
                        it -> with(
                                it,
                                "deep_link_return_url",
                                Json.createValue(
                                        it.getString("deep_link_return_url").replace("127.0.0.1", "a:b@127.0.0.1")))),
                settings(
                        "a huge address to answer to",
                        Rule.RETURN_ADDRESS,
                        it -> with(
                                it,
                                "deep_link_return_url",
                                Json.createValue(it.getString("deep_link_return_url") + "a".repeat(2000)))),
                settings(
                        "an object for the platform's data",
                        Rule.CLAIM_FORM,
                        it -> with(it, "data", JsonValue.EMPTY_JSON_OBJECT)),
                settings(
                        "a text for how many",
                        Rule.CLAIM_FORM,
                        it -> with(it, "accept_multiple", Json.createValue("true"))),
                claim("nobody known", Rule.PERSON_KEY, "lis", LaunchingBrowser.lis("")),
                claim("somebody unknown", Rule.PERSON, "lis", LaunchingBrowser.lis("nobody-here")),
                claim("an account that came as maja", Rule.SAME_PERSON, "lis", LaunchingBrowser.lis("karen")),
                new BrokenDeepLink(
                        "another account with maja's number",
                        Rule.SAME_ACCOUNT,
                        issuer -> claims -> honest(issuer).apply(claims).add("sub", "6")),
                claim("a name for a key", Rule.PERSON, "lis", LaunchingBrowser.lis("Maja <script>")),
                claim("another deployment", Rule.DEPLOYMENT, "deployment_id", Json.createValue("99")),
                claim("another version", Rule.VERSION, "version", Json.createValue("1.1")),
                claim(
                        "an answer instead of a question",
                        Rule.MESSAGE_TYPE,
                        "message_type",
                        Json.createValue("LtiDeepLinkingResponse")));
    }

    private static BrokenDeepLink settings(String name, Rule rule, Function<JsonObject, JsonValue> change) {
        return new BrokenDeepLink(
                name,
                rule,
                issuer -> claims ->
                        honest(issuer).apply(claims).add(DeepLinkRequest.SETTINGS, change.apply(settings(issuer))));
    }

    private static BrokenDeepLink address(String name, String address) {
        return settings(name, Rule.RETURN_ADDRESS, it -> with(it, "deep_link_return_url", Json.createValue(address)));
    }

    private static BrokenDeepLink claim(String name, Rule rule, String claim, JsonValue value) {
        return new BrokenDeepLink(
                name, rule, issuer -> claims -> honest(issuer).apply(claims).add(LaunchingBrowser.LTI + claim, value));
    }

    private static JsonObject with(JsonObject json, String name, JsonValue value) {
        return ScriptedPlatform.with(json, name, value);
    }

    private static JsonObject without(JsonObject json, String name) {
        return ScriptedPlatform.without(json, name);
    }
}
