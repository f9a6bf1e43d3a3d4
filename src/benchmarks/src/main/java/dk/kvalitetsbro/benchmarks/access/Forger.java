package dk.kvalitetsbro.benchmarks.access;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.security.KeyPair;
import java.util.List;
import java.util.Random;

/**
 * Makes launches that must not be let in from honest ones, by one change each, the same for the same seed. The platform's
 * own key signs what only lies in its claims, so that nothing but the rule for that claim stands in the way.
 */
final class Forger {
    private static final String LTI = "https://purl.imsglobal.org/spec/lti/claim/";
    private static final List<String> NEEDED = List.of(
            "nonce",
            "iat",
            "exp",
            "iss",
            "aud",
            "sub",
            LTI + "deployment_id",
            LTI + "target_link_uri",
            LTI + "lis",
            LTI + "roles",
            LTI + "message_type",
            LTI + "resource_link",
            LTI + "version");

    /** Claims of which no other value is right; any subject and any roles are. */
    private static final List<String> FIXED = List.of(
            "nonce",
            "iss",
            "aud",
            LTI + "deployment_id",
            LTI + "target_link_uri",
            LTI + "message_type",
            LTI + "version");

    private static final List<String> ALGORITHMS =
            List.of("none", "None", "HS256", "HS512", "RS384", "PS256", "ES256", "");

    private static final List<JsonValue> JUNK = List.of(
            JsonValue.NULL,
            JsonValue.TRUE,
            JsonValue.EMPTY_JSON_ARRAY,
            JsonValue.EMPTY_JSON_OBJECT,
            Json.createValue(""),
            Json.createValue("\u0000\r\nSet-Cookie: a=b"),
            Json.createValue("' or '1'='1"),
            Json.createValue("x".repeat(5_000)));

    private final Launcher launcher;
    private final Random random;
    private final KeyPair own = BenchPlatform.newKey();

    Forger(Launcher launcher, long seed) {
        this.launcher = launcher;
        this.random = new Random(seed);
    }

    /** @return how many of so many were let in */
    long accepted(int launches) throws IOException, InterruptedException {
        long accepted = 0;
        for (int i = 0; i < launches; i++) {
            Launcher.Login login = launcher.begin();
            if (launcher.isLetIn(login, forged(login))) {
                accepted++;
            }
        }
        return accepted;
    }

    private String forged(Launcher.Login login) throws IOException, InterruptedException {
        JsonObject claims = launcher.claims(login);
        JsonObject header = BenchPlatform.header();
        return switch (random.nextInt(9)) {
            case 0 -> signed(header, without(claims, one(NEEDED)));
            case 1 -> signed(header, with(claims, one(FIXED), one(JUNK)));
            case 2 -> signed(header, shifted(claims));
            case 3 -> signed(with(header, "alg", Json.createValue(one(ALGORITHMS))), claims);
            case 4 -> signed(with(header, "kid", one(JUNK)), claims);
            case 5 -> BenchPlatform.sign(header, claims, own);
            case 6 -> flipped(signed(header, claims));
            case 7 -> signed(header, launcher.claims(launcher.begin()));
            default -> unsigned(header, claims);
        };
    }

    private String signed(JsonObject header, JsonObject claims) {
        return launcher.platform().sign(header, claims);
    }

    /** Of another time: ended, not begun, or lasting although it is old. */
    private JsonObject shifted(JsonObject claims) {
        long hours = 1 + random.nextInt(1_000);
        long seconds = (random.nextBoolean() ? 3_600 : -3_600) * hours;
        JsonObject moved = with(claims, "iat", Json.createValue(claims.getInt("iat") + seconds));
        return random.nextBoolean() ? moved : with(moved, "exp", Json.createValue(claims.getInt("exp") + seconds));
    }

    /** One letter of the header, the claims or the signature is another one. */
    private String flipped(String token) {
        int place = random.nextInt(token.lastIndexOf('.'));
        char other = token.charAt(place) == 'A' ? 'B' : 'A';
        return token.charAt(place) == '.'
                ? token + "A"
                : token.substring(0, place) + other + token.substring(place + 1);
    }

    private String unsigned(JsonObject header, JsonObject claims) {
        String input = BenchPlatform.encoded(header) + "." + BenchPlatform.encoded(claims);
        return random.nextBoolean() ? input + "." : input + "." + "A".repeat(342);
    }

    private static JsonObject with(JsonObject object, String name, JsonValue value) {
        return Json.createObjectBuilder(object).add(name, value).build();
    }

    private static JsonObject without(JsonObject object, String name) {
        return Json.createObjectBuilder(object).remove(name).build();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
