package dk.kvalitetsbro.moodle.fake;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Tokens signed by RS256, the only algorithm that Moodle knows for LTI. */
final class Jwt {
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private Jwt() {}

    static KeyPair newKey() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sign(JsonObject claims, KeyPair key, String kid) {
        var header = Json.createObjectBuilder()
                .add("typ", "JWT")
                .add("alg", "RS256")
                .add("kid", kid)
                .build();
        var input = encoded(header.toString()) + "." + encoded(claims.toString());
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + ENCODER.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What nobody should believe. */
    static String unsigned(JsonObject claims) {
        return encoded("{\"typ\":\"JWT\",\"alg\":\"none\"}") + "." + encoded(claims.toString()) + ".";
    }

    /** What a token says, whoever signed it; empty where it is none. */
    static Optional<JsonObject> read(String token) {
        return part(token, 1);
    }

    static Optional<String> kid(String token) {
        return part(token, 0).map(header -> header.getString("kid", ""));
    }

    private static Optional<JsonObject> part(String token, int number) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try (var reader = Json.createReader(
                new StringReader(new String(Base64.getUrlDecoder().decode(parts[number]), StandardCharsets.UTF_8)))) {
            return Optional.of(reader.readObject());
        } catch (RuntimeException notOne) {
            return Optional.empty();
        }
    }

    static boolean isSignedBy(String token, PublicKey key) {
        int end = token.lastIndexOf('.');
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    static JsonObject jwk(PublicKey key, String kid) {
        var rsa = (RSAPublicKey) key;
        return Json.createObjectBuilder()
                .add("kty", "RSA")
                .add("alg", "RS256")
                .add("kid", kid)
                .add("e", number(rsa.getPublicExponent()))
                .add("n", number(rsa.getModulus()))
                .add("use", "sig")
                .build();
    }

    static PublicKey key(JsonObject jwk) throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(number(jwk.getString("n")), number(jwk.getString("e"))));
    }

    static PublicKey key(String pem) throws GeneralSecurityException {
        var base64 = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static String encoded(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int sign = bytes[0] == 0 ? 1 : 0;
        return ENCODER.encodeToString(java.util.Arrays.copyOfRange(bytes, sign, bytes.length));
    }

    private static BigInteger number(String encoded) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(encoded));
    }
}
