package dk.kvalitetsbro.moodle.fake;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is signed in behind which cookie, until the stand-in stops. */
final class SignIns {
    private static final String COOKIE = "MoodleStandInSession";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Long> accounts = new ConcurrentHashMap<>();

    Optional<Long> person(Request request) {
        return request.cookie(COOKIE).map(accounts::get);
    }

    Response signIn(long accountId, Response response) {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        var session = HexFormat.of().formatHex(bytes);
        accounts.put(session, accountId);
        return response.with("Set-Cookie", COOKIE + "=" + session + "; Path=/; HttpOnly; SameSite=Lax");
    }

    Response signOut(Request request, Response response) {
        request.cookie(COOKIE).ifPresent(accounts::remove);
        return response.with("Set-Cookie", COOKIE + "=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
    }
}
