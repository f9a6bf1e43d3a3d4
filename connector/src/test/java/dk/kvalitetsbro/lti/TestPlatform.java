package dk.kvalitetsbro.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** A platform whose keys can be read over HTTP, and that signs whatever it is told to. */
final class TestPlatform implements AutoCloseable {
    static final String CLIENT = "So6rIubJaj5wAlj";
    static final String DEPLOYMENT = "1";
    private static final String LTI = Claims.LTI;

    /** Used in turn, for a key takes longer to make than most tests: no test has as many platforms and changes of keys. */
    private static final List<RSAKey> KEYS =
            Stream.generate(() -> newKey("")).limit(6).toList();

    private static final AtomicInteger USED = new AtomicInteger();

    private final HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile RSAKey key = next("key-1");
    private volatile String published = "";
    private volatile int status = 200;

    private TestPlatform(HttpServer server) {
        this.server = server;
        publish(new JWKSet(key).toString());
    }

    static TestPlatform start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            TestPlatform platform = new TestPlatform(server);
            server.createContext("/certs", exchange -> {
                try (exchange) {
                    platform.asked.incrementAndGet();
                    byte[] body = platform.published.getBytes(StandardCharsets.UTF_8);
                    if (platform.status == 302) {
                        exchange.getResponseHeaders().add("Location", "/elsewhere");
                    }
                    exchange.sendResponseHeaders(platform.status, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.createContext("/elsewhere", exchange -> {
                try (exchange) {
                    byte[] body = new JWKSet(platform.key).toString().getBytes(StandardCharsets.UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                }
            });
            server.start();
            return platform;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that is known here and that nothing is asked of. */
    static Platform silent(URI issuer) {
        return new Platform(
                3,
                issuer.toString(),
                "client",
                "Moodle",
                issuer.resolve("/auth"),
                issuer.resolve("/token"),
                issuer.resolve("/certs"),
                Optional.empty(),
                Platform.State.ACTIVE,
                List.of("1"));
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    URI jwksUri() {
        return URI.create(issuer() + "/certs");
    }

    Platforms.Registration registration() {
        return registration(CLIENT);
    }

    Platforms.Registration registration(String client) {
        return new Platforms.Registration(
                issuer(),
                client,
                "Kommunens Moodle",
                URI.create(issuer() + "/mod/lti/auth.php"),
                URI.create(issuer() + "/mod/lti/token.php"),
                jwksUri(),
                Optional.empty());
    }

    RSAKey key() {
        return key;
    }

    int timesAsked() {
        return asked.get();
    }

    /** Signs with a new key from now on, and shows that one only. */
    void rotate(String kid) {
        key = next(kid);
        publish(new JWKSet(key).toString());
    }

    void publish(String keys) {
        published = keys;
    }

    void answerWith(int other) {
        status = other;
    }

    /** @return what Moodle says of somebody, as recorded, in answer to a login of now */
    static Map<String, Object> claims(String recording, String nonce, String issuer, String target, Instant now) {
        Map<String, Object> claims = recorded(recording, issuer);
        claims.put("nonce", nonce);
        claims.put("iss", issuer);
        claims.put("aud", CLIENT);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.getEpochSecond() + 60);
        claims.put(LTI + "target_link_uri", target);
        return claims;
    }

    /** With the addresses of another issuer than the one recorded. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> recorded(String recording, String issuer) {
        try (var stream = TestPlatform.class.getResourceAsStream("/lti/" + recording + ".json")) {
            String json = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            String recorded = json.replaceFirst("(?s)^.*\"iss\": \"([^\"]*)\".*$", "$1");
            return (Map<String, Object>)
                    JSONObjectUtils.parse(json.replace(recorded, issuer)).get("payload");
        } catch (IOException | java.text.ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> header() {
        return new java.util.HashMap<>(Map.of("typ", "JWT", "alg", "RS256", "kid", key.getKeyID()));
    }

    String sign(Map<String, Object> claims) {
        return sign(header(), claims, key);
    }

    /** Signs by RS256 whatever the header says. */
    static String sign(Map<String, Object> header, Map<String, Object> claims, RSAKey key) {
        String input = unsigned(header, claims);
        try {
            Base64URL signature = new RSASSASigner(key)
                    .sign(new JWSHeader(JWSAlgorithm.RS256), input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + signature;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signs with a secret that is no secret: the public key as text. */
    String signWithPublicKeyAsSecret(Map<String, Object> header, Map<String, Object> claims) {
        String input = unsigned(header, claims);
        try {
            byte[] secret = key.toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8);
            Base64URL signature = new MACSigner(secret)
                    .sign(new JWSHeader(JWSAlgorithm.HS256), input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + signature;
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String unsigned(Map<String, Object> header, Map<String, Object> claims) {
        return Base64URL.encode(JSONObjectUtils.toJSONString(header)) + "."
                + Base64URL.encode(JSONObjectUtils.toJSONString(claims));
    }

    private static RSAKey next(String kid) {
        int turn = USED.getAndIncrement() % KEYS.size();
        return new RSAKey.Builder(KEYS.get(turn)).keyID(kid).build();
    }

    static RSAKey newKey(String kid) {
        return newKey(kid, 2048);
    }

    static RSAKey newKey(String kid, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(kid).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<String> recordings() {
        return List.of(
                "id_token_45_u00001",
                "id_token_45_u00002",
                "id_token_45_admin",
                "id_token_45_privacy_off",
                "id_token_51_u00001",
                "id_token_51_u00002",
                "id_token_51_admin");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
