package dk.kvalitetsbro.lti;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A token as it came: nothing that it says counts before its signature is checked. */
final class IdToken {
    /** In characters; one of Moodle's has some 4,000. */
    static final int LARGEST = 32_768;

    private static final String ALGORITHM = "RS256";

    private final String whole;
    private final Map<String, Object> header;
    private final Map<String, Object> payload;

    private IdToken(String whole, Map<String, Object> header, Map<String, Object> payload) {
        this.whole = whole;
        this.header = header;
        this.payload = payload;
    }

    static IdToken parse(String token) {
        if (token.length() > LARGEST) {
            throw new LaunchRefused(Rule.TOKEN_SIZE, token.length() + " characters");
        }
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new LaunchRefused(Rule.TOKEN_FORM, parts.length + " parts");
        }
        return new IdToken(token, json(parts[0]), json(parts[1]));
    }

    private static Map<String, Object> json(String part) {
        try {
            return JSONObjectUtils.parse(new Base64URL(part).decodeToString());
        } catch (ParseException | IllegalArgumentException e) {
            throw new LaunchRefused(Rule.TOKEN_FORM, "not JSON");
        }
    }

    /** @return which key it says it is signed with, where it says so as it must */
    String keyId() {
        if (!ALGORITHM.equals(header.get("alg"))) {
            throw new LaunchRefused(Rule.ALGORITHM, "alg " + header.get("alg"));
        }
        if (header.containsKey("crit")) {
            throw new LaunchRefused(Rule.HEADER, "crit " + header.get("crit"));
        }
        if (header.get("kid") instanceof String kid && !kid.isBlank()) {
            return kid;
        }
        throw new LaunchRefused(Rule.KEY_ID, "no kid");
    }

    /** @return what it says, now that it is known to be signed with the key */
    Claims signedWith(RSAKey key) {
        try {
            if (SignedJWT.parse(whole).verify(new RSASSAVerifier(key))) {
                return new Claims(payload);
            }
            throw new LaunchRefused(Rule.SIGNATURE, "of key " + key.getKeyID());
        } catch (ParseException | JOSEException e) {
            throw new LaunchRefused(Rule.SIGNATURE, String.valueOf(e.getMessage()));
        }
    }

    /** @return whether a token would like to be read in English: good for the choice of a language, and nothing else */
    static boolean isEnglish(String token) {
        return unverified(token, claims -> claims.object(Claims.LTI + "launch_presentation")
                        .text("locale"))
                .orElse("")
                .startsWith("en");
    }

    /** @return whom a token says it is from; whether it is, nobody has asked yet */
    static Optional<String> claimedIssuer(String token) {
        return unverified(token, claims -> claims.text("iss"));
    }

    private static Optional<String> unverified(String token, Function<Claims, Optional<String>> reading) {
        try {
            return reading.apply(new Claims(parse(token).payload));
        } catch (LaunchRefused notOne) {
            return Optional.empty();
        }
    }
}
