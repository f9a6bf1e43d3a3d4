package dk.kvalitetsbro.oidc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A provider that keeps the rules, over real HTTP, and breaks each of them where a test wants it to. */
public final class StandInProvider implements AutoCloseable {
    public static final String CLIENT = "kvalitetsbro";
    public static final String SECRET = "of-the-stand-in";
    static final RSAKey FIRST_KEY = rsa("first");
    static final RSAKey SECOND_KEY = rsa("second");
    static final RSAKey STRANGERS_KEY = rsa("stranger");
    static final ECKey CURVE_KEY = curve("curve");

    private static final String ACCESS_TOKEN = "access-1";

    /** What the browser was sent here with. */
    record Asked(String clientId, String redirect, String scope, String state, String nonce, String challenge) {}

    /** How an endpoint answers. */
    interface Answer {
        void to(HttpExchange call) throws IOException;
    }

    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Asked> codes = new ConcurrentHashMap<>();
    private final AtomicInteger keysRead = new AtomicInteger();
    private volatile List<JWK> keys = List.of(FIRST_KEY, CURVE_KEY);
    private volatile int keysStatus = 200;
    private volatile UnaryOperator<JsonObjectBuilder> discovery = UnaryOperator.identity();
    private volatile Function<Asked, String> idToken;
    private volatile Function<Asked, String> person = asked -> "nobody";
    private volatile Answer tokenEndpoint = this::token;
    private volatile Answer discoveryEndpoint = this::discovery;

    private StandInProvider(Clock clock) throws IOException {
        this.clock = clock;
        this.idToken = asked -> signed(FIRST_KEY, claims(asked).build());
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/.well-known/openid-configuration", call -> discoveryEndpoint.to(call));
        server.createContext("/keys", this::keys);
        server.createContext("/token", call -> tokenEndpoint.to(call));
        server.createContext("/authorize", this::authorize);
        server.start();
    }

    public static StandInProvider start(Clock clock) {
        try {
            return new StandInProvider(clock);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** From now on whoever is sent here is this person. */
    public void signIn(String key) {
        person = asked -> key;
    }

    void discoveryWith(UnaryOperator<JsonObjectBuilder> change) {
        discovery = change;
    }

    void discoveryAnswers(Answer answer) {
        discoveryEndpoint = answer;
    }

    void tokenEndpointAnswers(Answer answer) {
        tokenEndpoint = answer;
    }

    void issue(Function<Asked, String> token) {
        idToken = token;
    }

    void publish(JWK... published) {
        keys = List.of(published);
    }

    int timesKeysWereRead() {
        return keysRead.get();
    }

    /** Somebody signs in here. @return the code that the browser takes back */
    String consent(URI sentTo) {
        Map<String, String> query = parameters(sentTo.getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(
                code,
                new Asked(
                        query.getOrDefault("client_id", ""),
                        query.getOrDefault("redirect_uri", ""),
                        query.getOrDefault("scope", ""),
                        query.getOrDefault("state", ""),
                        query.getOrDefault("nonce", ""),
                        query.getOrDefault("code_challenge", "")));
        return code;
    }

    /** What an honest token says. */
    JWTClaimsSet.Builder claims(Asked asked) {
        Date now = Date.from(clock.instant());
        return new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("4711")
                .audience(CLIENT)
                .issueTime(now)
                .expirationTime(Date.from(clock.instant().plus(Duration.ofMinutes(5))))
                .claim("nonce", asked.nonce())
                .claim("at_hash", hash(ACCESS_TOKEN))
                .claim("employee_number", person.apply(asked))
                .claim("email", "someone@example.org");
    }

    static String signed(JWK key, JWTClaimsSet claims) {
        JWSAlgorithm algorithm = key instanceof ECKey ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
        return signed(
                key, new JWSHeader.Builder(algorithm).keyID(key.getKeyID()).build(), claims);
    }

    static String signed(JWK key, JWSHeader header, JWTClaimsSet claims) {
        try {
            JWSSigner signer = key instanceof ECKey curve ? new ECDSASigner(curve) : new RSASSASigner(key.toRSAKey());
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(signer);
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String hash(String accessToken) {
        byte[] half = new byte[16];
        System.arraycopy(IdTokens.sha256(accessToken), 0, half, 0, half.length);
        return Base64URL.encode(half).toString();
    }

    static void answer(HttpExchange call, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        call.getResponseHeaders().set("Content-Type", "application/json");
        call.sendResponseHeaders(status, bytes.length);
        call.getResponseBody().write(bytes);
        call.close();
    }

    void discovery(HttpExchange call) throws IOException {
        JsonObjectBuilder document = Json.createObjectBuilder()
                .add("issuer", issuer())
                .add("authorization_endpoint", issuer() + "/authorize")
                .add("token_endpoint", issuer() + "/token")
                .add("jwks_uri", issuer() + "/keys")
                .add("end_session_endpoint", issuer() + "/end")
                .add("authorization_response_iss_parameter_supported", true);
        answer(call, 200, discovery.apply(document).build().toString());
    }

    /** Gives its keys out with this status from now on. */
    void keysCome(int status) {
        keysStatus = status;
    }

    private void keys(HttpExchange call) throws IOException {
        keysRead.incrementAndGet();
        JsonArrayBuilder published = Json.createArrayBuilder();
        keys.forEach(key -> published.add(Json.createObjectBuilder(new JWKSet(key).toJSONObject(true))
                .build()
                .getJsonArray("keys")
                .getJsonObject(0)));
        JsonObject set = Json.createObjectBuilder().add("keys", published).build();
        answer(call, keysStatus, set.toString());
    }

    /** Believes nobody but the client, for its own code, once. */
    void token(HttpExchange call) throws IOException {
        Map<String, String> form = parameters(new String(call.getRequestBody().readAllBytes(), UTF_8));
        if (!isClient(call, form)) {
            answer(call, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        Asked asked = codes.remove(form.getOrDefault("code", ""));
        if (asked == null
                || !asked.redirect().equals(form.get("redirect_uri"))
                || !asked.challenge().equals(challenge(form.getOrDefault("code_verifier", "")))) {
            answer(call, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        JsonObject tokens = Json.createObjectBuilder()
                .add("token_type", "Bearer")
                .add("access_token", ACCESS_TOKEN)
                .add("id_token", idToken.apply(asked))
                .build();
        answer(call, 200, tokens.toString());
    }

    private static boolean isClient(HttpExchange call, Map<String, String> form) {
        String header = call.getRequestHeaders().getFirst("Authorization");
        if (header == null) {
            return CLIENT.equals(form.get("client_id")) && SECRET.equals(form.get("client_secret"));
        }
        String[] pair = new String(Base64.getDecoder().decode(header.replaceFirst("^Basic ", "")), UTF_8).split(":");
        return pair.length == 2
                && CLIENT.equals(URLDecoder.decode(pair[0], UTF_8))
                && SECRET.equals(URLDecoder.decode(pair[1], UTF_8));
    }

    private static String challenge(String verifier) {
        return Base64URL.encode(IdTokens.sha256(verifier)).toString();
    }

    /** Sends the browser back at once. */
    private void authorize(HttpExchange call) throws IOException {
        URI asked = URI.create("http://here" + call.getRequestURI());
        Map<String, String> query = parameters(asked.getRawQuery());
        String back = query.get("redirect_uri") + "?code=" + consent(asked) + "&state=" + query.get("state") + "&iss="
                + issuer();
        call.getResponseHeaders().set("Location", back);
        call.sendResponseHeaders(303, -1);
        call.close();
    }

    private static Map<String, String> parameters(String form) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : form.split("&")) {
            String[] sides = pair.split("=", 2);
            parameters.put(
                    URLDecoder.decode(sides[0], UTF_8), URLDecoder.decode(sides.length < 2 ? "" : sides[1], UTF_8));
        }
        return parameters;
    }

    private static RSAKey rsa(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey curve(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
