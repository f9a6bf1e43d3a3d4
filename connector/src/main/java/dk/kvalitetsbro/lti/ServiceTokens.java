package dk.kvalitetsbro.lti;

import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.FormBody;
import okhttp3.Request;

/**
 * What the tool shows at a platform's services: a token that it gets for a message signed with its key. A token is used
 * until a little before it expires; each node has its own.
 */
@ApplicationScoped
class ServiceTokens {
    private static final Duration ASSERTION_LIVES = Duration.ofMinutes(5);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final String SCOPES = ToolDescription.SCORE + " " + ToolDescription.MEMBERS;

    private record Token(String value, Instant until) {}

    private final PlatformCalls calls;
    private final ToolKeys keys;
    private final Clock clock;
    private final Map<Long, Token> tokens = new ConcurrentHashMap<>();

    @Inject
    ServiceTokens(PlatformCalls calls, ToolKeys keys, Clock clock) {
        this.calls = calls;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @throws NotUsable    when the platform gives no token: most often because it cannot read the tool's key
     * @throws PlatformCalls.NoAnswer when it does not answer
     */
    public String of(Platform platform) throws NotUsable, PlatformCalls.NoAnswer {
        Token known = tokens.get(platform.id());
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        Token fresh = ask(platform);
        tokens.put(platform.id(), fresh);
        return fresh.value();
    }

    /** The platform does not take it any more. */
    public void forget(Platform platform) {
        tokens.remove(platform.id());
    }

    /** Moodle calls its answer HTML although it is JSON, so nothing is made of the type. */
    private Token ask(Platform platform) throws NotUsable, PlatformCalls.NoAnswer {
        PlatformCalls.Answer answer = calls.send(new Request.Builder()
                .url(platform.tokenEndpoint().toString())
                .post(new FormBody.Builder()
                        .add("grant_type", "client_credentials")
                        .add("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                        .add("client_assertion", assertion(platform))
                        .add("scope", SCOPES)
                        .build())
                .build());
        if (answer.status() != 200) {
            throw new NotUsable("NO_TOKEN");
        }
        JsonObject json = Told.object(answer.body());
        String token = Told.text(json, "access_token");
        if (token.isEmpty()) {
            throw new NotUsable("NO_TOKEN");
        }
        long seconds = json.get("expires_in") instanceof JsonNumber number ? number.longValue() : 0;
        return new Token(token, clock.instant().plusSeconds(seconds).minus(MARGIN));
    }

    private String assertion(Platform platform) {
        Instant now = clock.instant();
        return keys.sign(new JWTClaimsSet.Builder()
                .issuer(platform.clientId())
                .subject(platform.clientId())
                .audience(platform.tokenEndpoint().toString())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(ASSERTION_LIVES)))
                .build());
    }
}
