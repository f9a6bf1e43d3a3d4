package dk.kvalitetsbro.benchmarks.access;

import dk.kvalitetsbro.launcher.Database;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;

/** A platform that the product knows, and that signs whatever it is told to. Its key is pasted: nobody has to ask. */
final class BenchPlatform {
    static final String ISSUER = "https://bench.example";
    static final String CLIENT = "bench";
    static final String DEPLOYMENT = "1";
    private static final String KID = "bench-1";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final KeyPair key = newKey();

    private BenchPlatform() {}

    static BenchPlatform registeredIn(Database database) throws SQLException {
        var platform = new BenchPlatform();
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var insert = connection.prepareStatement(
                        """
                        with made as (
                          insert into lti.platform (issuer, client_id, name, auth_endpoint, token_endpoint, jwks_uri,
                                 public_key, state, registered)
                          values (?, ?, 'Bench', ?, ?, ?, ?, 'ACTIVE', now()) returning id)
                        insert into lti.deployment (platform, id) select id, ? from made""")) {
            insert.setString(1, ISSUER);
            insert.setString(2, CLIENT);
            insert.setString(3, ISSUER + "/auth");
            insert.setString(4, ISSUER + "/token");
            insert.setString(5, ISSUER + "/keys");
            insert.setString(6, platform.jwks());
            insert.setString(7, DEPLOYMENT);
            insert.executeUpdate();
        }
        return platform;
    }

    private String jwks() {
        var rsa = (RSAPublicKey) key.getPublic();
        var jwk = Json.createObjectBuilder()
                .add("kty", "RSA")
                .add("kid", KID)
                .add("n", number(rsa.getModulus()))
                .add("e", number(rsa.getPublicExponent()));
        return Json.createObjectBuilder()
                .add("keys", Json.createArrayBuilder().add(jwk))
                .build()
                .toString();
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    static JsonObject header() {
        return Json.createObjectBuilder()
                .add("typ", "JWT")
                .add("alg", "RS256")
                .add("kid", KID)
                .build();
    }

    String sign(JsonObject header, JsonObject claims) {
        return sign(header, claims, key);
    }

    static String sign(JsonObject header, JsonObject claims, KeyPair key) {
        String input = encoded(header) + "." + encoded(claims);
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String encoded(JsonObject part) {
        return BASE64.encodeToString(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
