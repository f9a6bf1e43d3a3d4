package dk.kvalitetsbro.moodle.fake;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.URI;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The site as a platform of LTI 1.3: its tools, its key, and what tools have told it. Kept in memory only. */
public final class LtiPlatform {
    /** The connector's client id, where the plugin has set it up as a tool. */
    static final String KVALITETSBRO = "kvalitetsbro";

    static final String SCORE = "https://purl.imsglobal.org/spec/lti-ags/scope/score";
    static final String MEMBERS = "https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly";

    /** What a tool told of somebody's activity. */
    public record Score(long lineItem, long userId, double given, double maximum, Instant at) {}

    /** An activity's column of grades. */
    record LineItem(long id, long courseId, long toolId) {}

    /** The key of all sites of a process, made at first need: it takes longer to make than a site to start. */
    private static final class FirstKey {
        static final KeyPair PAIR = Jwt.newKey();
    }

    private Optional<KeyPair> changedKey = Optional.empty();

    private String kid = "stand-in-1";
    private Optional<LaunchFault> fault = Optional.empty();
    private final Site site;
    private final URI baseUri;
    private final List<LtiTool> tools = new ArrayList<>();
    private final List<LineItem> lineItems = new ArrayList<>();
    private final Map<String, Score> scores = new HashMap<>();
    private final Map<String, Set<String>> tokens = new HashMap<>();
    private final List<JsonObject> placed = new ArrayList<>();

    LtiPlatform(Site site, URI baseUri) {
        this.site = site;
        this.baseUri = baseUri;
    }

    /** What Moodle calls itself in every token. */
    public String issuer() {
        return baseUri.toString();
    }

    public synchronized List<LtiTool> tools() {
        return List.copyOf(tools);
    }

    public synchronized Optional<LtiTool> tool(String clientId) {
        return tools.stream().filter(tool -> tool.clientId().equals(clientId)).findFirst();
    }

    /** Adds a tool as an administrator does; the number and the client id are the site's. */
    public synchronized LtiTool add(String name, URI launch, URI login, URI keySet) {
        return add(new LtiTool(
                tools.size() + 1L,
                UUID.randomUUID().toString().substring(0, 15),
                name,
                launch,
                login,
                List.of(launch.toString()),
                Optional.of(keySet),
                Optional.empty(),
                Optional.of(launch),
                Set.of(SCORE, MEMBERS)));
    }

    synchronized LtiTool add(LtiTool tool) {
        tools.add(tool);
        return tool;
    }

    synchronized long nextTool() {
        return tools.size() + 1L;
    }

    /** Changes a tool as an administrator does. */
    public synchronized void change(String clientId, UnaryOperator<LtiTool> change) {
        tools.replaceAll(tool -> tool.clientId().equals(clientId) ? change.apply(tool) : tool);
    }

    /** What Moodle gives along when an administrator starts a registration; it lasts for an hour. */
    public String registrationToken() {
        long now = site.now();
        return sign(Json.createObjectBuilder()
                .add("sub", UUID.randomUUID().toString().substring(0, 15))
                .add("scope", "reg")
                .add("iat", now)
                .add("exp", now + 3600)
                .build());
    }

    /** Signs as Moodle signs launches. */
    public synchronized String sign(JsonObject claims) {
        return Jwt.sign(claims, key(), kid);
    }

    /** Signs with a new key from now on, and shows no other. */
    public synchronized void changeKey() {
        changedKey = Optional.of(Jwt.newKey());
        kid = "stand-in-" + UUID.randomUUID();
    }

    /** The next launch goes wrong in this way. */
    public synchronized void nextLaunch(LaunchFault wrong) {
        fault = Optional.of(wrong);
    }

    /** Signs a launch, or what the next one was to be instead. */
    synchronized String signLaunch(JsonObject claims) {
        var wrong = fault;
        fault = Optional.empty();
        if (wrong.isEmpty()) {
            return sign(claims);
        }
        return switch (wrong.get()) {
            case EXPIRED ->
                sign(Json.createObjectBuilder(claims)
                        .add("iat", site.now() - 3600)
                        .add("exp", site.now() - 3540)
                        .build());
            case OTHER_NONCE -> sign(with(claims, "nonce", "other"));
            case OTHER_AUDIENCE -> sign(with(claims, "aud", "other"));
            case OTHER_DEPLOYMENT ->
                sign(with(claims, "https://purl.imsglobal.org/spec/lti/claim/deployment_id", "other"));
            case OTHER_KEY -> Jwt.sign(claims, Jwt.newKey(), kid);
            case UNSIGNED -> Jwt.unsigned(claims);
        };
    }

    private static JsonObject with(JsonObject claims, String name, String value) {
        return Json.createObjectBuilder(claims).add(name, value).build();
    }

    /** The connector as a tool, as the plugin's set-up makes it. */
    synchronized LtiTool addKvalitetsbro(URI address) {
        var app = URI.create(address.toString().replaceFirst("/*$", "/app/"));
        tools.removeIf(tool -> tool.clientId().equals(KVALITETSBRO));
        return add(new LtiTool(
                nextTool(),
                KVALITETSBRO,
                "Kvalitetsbro",
                app.resolve("lti/launch"),
                app.resolve("lti/login"),
                List.of(app.resolve("lti/launch").toString()),
                Optional.of(app.resolve("lti/keys")),
                Optional.empty(),
                Optional.of(app.resolve("lti/launch")),
                Set.of(SCORE, MEMBERS)));
    }

    /** What the plugin tells the connector of the site. */
    synchronized JsonObjectBuilder description(LtiTool tool) {
        return Json.createObjectBuilder()
                .add("issuer", issuer())
                .add("clientid", tool.clientId())
                .add("deploymentid", String.valueOf(tool.id()))
                .add("authurl", baseUri + "/mod/lti/auth.php")
                .add("tokenurl", baseUri + "/mod/lti/token.php")
                .add("keysurl", baseUri + "/mod/lti/certs.php")
                .add("keys", keys().get("keys"));
    }

    private synchronized KeyPair key() {
        return changedKey.orElseGet(() -> FirstKey.PAIR);
    }

    synchronized JsonObject keys() {
        return Json.createObjectBuilder()
                .add("keys", Json.createArrayBuilder().add(Jwt.jwk(key().getPublic(), kid)))
                .build();
    }

    synchronized boolean isOwn(String token) {
        return Jwt.isSignedBy(token, key().getPublic());
    }

    /** Puts an activity with grades into a course; returns the address of its column of grades, as Moodle tells it. */
    public synchronized URI addLineItem(long courseId, LtiTool tool) {
        var item = new LineItem(lineItems.size() + 1L, courseId, tool.id());
        lineItems.add(item);
        return URI.create(baseUri + "/mod/lti/services.php/" + courseId + "/lineitems/" + item.id()
                + "/lineitem?type_id=" + tool.id());
    }

    /** Where a tool reads the participants of a course. */
    public URI membersOf(long courseId, LtiTool tool) {
        return URI.create(baseUri + "/mod/lti/services.php/CourseSection/" + courseId + "/bindings/" + tool.id()
                + "/memberships");
    }

    synchronized Optional<LineItem> lineItem(long id) {
        return lineItems.stream().filter(item -> item.id() == id).findFirst();
    }

    /** Deletes an activity with its column of grades. */
    public synchronized void deleteLineItem(URI address) {
        lineItems.removeIf(item -> address.getPath().endsWith("/lineitems/" + item.id() + "/lineitem"));
    }

    synchronized void keep(Score score) {
        scores.put(score.lineItem() + " " + score.userId(), score);
    }

    synchronized Optional<Score> score(long lineItem, long userId) {
        return Optional.ofNullable(scores.get(lineItem + " " + userId));
    }

    /** Everything that tools have told, in no particular order. */
    public synchronized List<Score> scores() {
        return List.copyOf(scores.values());
    }

    synchronized String newToken(Set<String> scopes) {
        var token = UUID.randomUUID().toString();
        tokens.put(token, scopes);
        return token;
    }

    synchronized Set<String> scopesOf(String token) {
        return tokens.getOrDefault(token, Set.of());
    }

    /** Forgets every token that tools were given, as after a change of the database. */
    public synchronized void forgetTokens() {
        tokens.clear();
    }

    synchronized void place(JsonObject answer) {
        placed.add(answer);
    }

    /** What tools have answered to deep linking: every claim. */
    public synchronized List<JsonObject> placed() {
        return List.copyOf(placed);
    }

    /** What was placed, over all answers. */
    public synchronized List<JsonObject> contentItems() {
        return placed.stream()
                .map(claims -> claims.get("https://purl.imsglobal.org/spec/lti-dl/claim/content_items"))
                .filter(JsonArray.class::isInstance)
                .flatMap(items -> items.asJsonArray().stream())
                .map(item -> item.asJsonObject())
                .toList();
    }
}
