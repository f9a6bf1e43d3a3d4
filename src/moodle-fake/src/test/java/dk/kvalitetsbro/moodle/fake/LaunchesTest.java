package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How people get from the stand-in to a tool, with what Moodle's auth.php asks of it. */
class LaunchesTest {
    private static final Pattern FIELD = Pattern.compile("name=\"([^\"]*)\" value=\"([^\"]*)\"");
    private static final String OPEN = "/local/kvalitetsbro/open.php";

    private final TestSite site = new TestSite(2, 1, Settings::withPlugin);
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final Receiver receiver = new Receiver();

    @BeforeEach
    void the_connector_is_a_tool_and_somebody_is_signed_in() throws Exception {
        site.moodle.sendEventsTo(receiver.connector());
        site.moodle.openWithLaunch(receiver.connector());
        send(HttpRequest.newBuilder(uri("/login/index.php"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("person=p1")));
    }

    @AfterEach
    void stop() {
        site.close();
        receiver.close();
    }

    @Test
    void a_link_begins_a_login_at_the_connector() throws Exception {
        assertTrue(get("/my/").body().contains("<a href=\"" + OPEN + "\">Kvalitetsbro</a>"));
        Map<String, String> login = fields(get(OPEN));
        assertEquals(site.moodle.baseUri().toString(), login.get("iss"));
        assertEquals("kvalitetsbro", login.get("client_id"));
        assertTrue(login.get("target_link_uri").endsWith("/app/lti/launch"));
        assertTrue(fields(get(OPEN + "?page=local_kvalitetsbro_own"))
                .get("target_link_uri")
                .endsWith("/app/mine-forloeb"));
        assertEquals(404, get(OPEN + "?page=other").statusCode());
    }

    @Test
    void whoever_asks_as_agreed_is_told_who_comes() throws Exception {
        Map<String, String> answer = fields(get(question()));
        JsonObject claims = Jwt.read(answer.get("id_token")).orElseThrow();
        assertTrue(site.moodle.lti().isOwn(answer.get("id_token")));
        assertEquals("s-1", answer.get("state"));
        assertEquals("n-1", claims.getString("nonce"));
        assertEquals(
                "KEY1",
                claims.getJsonObject("https://purl.imsglobal.org/spec/lti/claim/lis")
                        .getString("person_sourcedid"));
    }

    @ParameterizedTest
    @CsvSource({
        "scope, openid profile, invalid_scope",
        "response_type, code, invalid_request",
        "response_mode, query, invalid_request",
        "nonce, '', invalid_request",
        "prompt, login, invalid_request",
        "login_hint, 6, access_denied",
        "lti_message_hint, '{}', access_denied",
        "lti_message_hint, junk, access_denied"
    })
    void whoever_asks_otherwise_is_told_an_error(String name, String value, String error) throws Exception {
        Map<String, String> answer = fields(get(question(name, value)));
        assertEquals(error, answer.get("error"));
        assertFalse(answer.containsKey("id_token"));
    }

    @Test
    void a_launch_counts_once() throws Exception {
        String question = question();
        get(question);
        assertEquals("access_denied", fields(get(question)).get("error"));
    }

    @Test
    void nothing_is_told_to_another_address_or_of_somebody_who_is_not_signed_in() throws Exception {
        assertEquals(
                400, get(question("redirect_uri", "https://elsewhere.example")).statusCode());
        assertEquals(400, get(question("client_id", "other")).statusCode());
        String question = question();
        send(HttpRequest.newBuilder(uri("/login/logout.php")).POST(BodyPublishers.noBody()));
        assertEquals("login_required", fields(get(question)).get("error"));
    }

    @ParameterizedTest
    @EnumSource(LaunchFault.class)
    void a_launch_goes_wrong_once_when_told_to(LaunchFault fault) throws Exception {
        site.moodle.lti().nextLaunch(fault);
        assertFalse(isHonest(fields(get(question())).get("id_token")));
        assertTrue(isHonest(fields(get(question())).get("id_token")));
    }

    @Test
    void the_key_can_change() throws Exception {
        String before = get("/mod/lti/certs.php").body();
        site.moodle.lti().changeKey();
        assertFalse(before.equals(get("/mod/lti/certs.php").body()));
        assertTrue(isHonest(fields(get(question())).get("id_token")));
    }

    @Test
    void the_connector_is_told_of_the_site() throws Exception {
        JsonObject told = receiver.events(1).get(0);
        assertEquals("platform_registered", told.getString("type"));
        assertEquals("kvalitetsbro", told.getString("clientid"));
        assertEquals(site.moodle.baseUri().toString(), told.getString("issuer"));
    }

    private boolean isHonest(String token) {
        JsonObject claims = Jwt.read(token).orElseThrow();
        return site.moodle.lti().isOwn(token)
                && claims.getString("nonce").equals("n-1")
                && claims.getString("aud").equals("kvalitetsbro")
                && claims.getString("https://purl.imsglobal.org/spec/lti/claim/deployment_id")
                        .equals("1")
                && claims.getInt("exp") > System.currentTimeMillis() / 1000;
    }

    private String question(String... changed) throws Exception {
        Map<String, String> login = fields(get(OPEN));
        Map<String, String> asked = new LinkedHashMap<>(Map.of(
                "scope", "openid",
                "response_type", "id_token",
                "response_mode", "form_post",
                "prompt", "none",
                "client_id", login.get("client_id"),
                "redirect_uri",
                        receiver.connector()
                                .address()
                                .resolve("/app/lti/launch")
                                .toString(),
                "login_hint", login.get("login_hint"),
                "lti_message_hint", login.get("lti_message_hint"),
                "state", "s-1",
                "nonce", "n-1"));
        if (changed.length > 0) {
            asked.put(changed[0], Optional.ofNullable(changed[1]).orElse(""));
        }
        return "/mod/lti/auth.php?"
                + asked.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    private static Map<String, String> fields(HttpResponse<String> page) {
        return FIELD.matcher(page.body())
                .results()
                .collect(Collectors.toMap(
                        field -> field.group(1), field -> field.group(2).replace("&quot;", "\"")));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return browser.send(request.build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return site.moodle.baseUri().resolve(path);
    }
}
