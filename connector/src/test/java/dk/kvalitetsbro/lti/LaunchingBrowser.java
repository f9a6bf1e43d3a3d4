package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.moodle.fake.LtiPlatform;
import dk.kvalitetsbro.moodle.fake.LtiTool;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A browser that goes from the stand-in to the deployed pages with whatever the platform signs. */
final class LaunchingBrowser {
    static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI root;
    private final LtiPlatform platform;
    private final LtiTool tool;

    LaunchingBrowser(URL base, LtiPlatform platform, LtiTool tool) {
        this.root = root(base);
        this.platform = platform;
        this.tool = tool;
    }

    /** @return the application's own root, ending in a slash */
    static URI root(URL base) {
        return URI.create(base.toString().replaceFirst("/*$", "/") + "app/");
    }

    URI root() {
        return root;
    }

    /** Logs in as the platform asks, and comes back with a token that says what the change makes of an honest one. */
    HttpResponse<String> launch(UnaryOperator<JsonObjectBuilder> change) throws IOException, InterruptedException {
        var login = post(
                "lti/login",
                "",
                Map.of(
                        "iss",
                        platform.issuer(),
                        "client_id",
                        tool.clientId(),
                        "login_hint",
                        "5",
                        "target_link_uri",
                        root + "lti/launch"));
        Map<String, String> asked = query(login.headers().firstValue("Location").orElseThrow());
        String cookie = login.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        String token = platform.sign(
                change.apply(claims(asked.getOrDefault("nonce", ""))).build());
        return post("lti/launch", cookie, Map.of("state", asked.getOrDefault("state", ""), "id_token", token));
    }

    private JsonObjectBuilder claims(String nonce) {
        long now = Instant.now().getEpochSecond();
        return Json.createObjectBuilder()
                .add("iss", platform.issuer())
                .add("aud", tool.clientId())
                .add("sub", "5")
                .add("nonce", nonce)
                .add("iat", now)
                .add("exp", now + 60)
                .add(LTI + "version", "1.3.0")
                .add(LTI + "deployment_id", String.valueOf(tool.id()))
                .add(LTI + "target_link_uri", root + "lti/launch")
                .add(LTI + "roles", Json.createArrayBuilder())
                .add(LTI + "lis", lis("maja"));
    }

    static JsonObject lis(String person) {
        return Json.createObjectBuilder().add("person_sourcedid", person).build();
    }

    /** Posts as from a page of the product. */
    HttpResponse<String> post(String path, String cookie, Map<String, String> fields)
            throws IOException, InterruptedException {
        return post(path, cookie, fields.entrySet().stream().toList());
    }

    /** As {@link #post}, with fields of which some may come more than once. */
    HttpResponse<String> post(String path, String cookie, List<Map.Entry<String, String>> fields)
            throws IOException, InterruptedException {
        return send(root.getScheme() + "://" + root.getAuthority(), path, cookie, fields);
    }

    /** Posts as from a page of another site. */
    HttpResponse<String> postFrom(String origin, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        return send(origin, path, "", fields.entrySet().stream().toList());
    }

    private HttpResponse<String> send(String origin, String path, String cookie, List<Map.Entry<String, String>> fields)
            throws IOException, InterruptedException {
        String form = fields.stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpRequest.Builder request = HttpRequest.newBuilder(root.resolve(path))
                .header("Origin", origin)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(field -> field.split("=", 2))
                .collect(Collectors.toMap(
                        field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
    }
}
