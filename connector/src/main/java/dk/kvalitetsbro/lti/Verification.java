package dk.kvalitetsbro.lti;

import com.nimbusds.jose.jwk.RSAKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/** Asks whether a token is the platform's word, for this tool, now, in answer to what was asked. */
@ApplicationScoped
class Verification {
    /** How far a platform's clock may be from ours: half of the minute that Moodle's tokens last. */
    static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    /** However long a token says that it lasts. */
    static final Duration OLDEST = Duration.ofMinutes(5);

    /** As the standard has it. */
    private static final Pattern SUBJECT = Pattern.compile("\\p{Print}{1,255}");

    private final PlatformKeys keys;
    private final Clock clock;

    @Inject
    Verification(PlatformKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * @param nonce what this login asked the platform to say again
     * @throws LaunchRefused for the first rule that the token breaks
     */
    Launch verify(IdToken token, Platform platform, String nonce) {
        String kid = token.keyId();
        RSAKey key = keys.find(platform, kid).orElseThrow(() -> new LaunchRefused(Rule.KEY, "kid " + kid));
        Claims claims = token.signedWith(key);
        isForUs(claims, platform);
        isOfNow(claims);
        answers(claims, nonce);
        return launch(claims, platform);
    }

    private static void isForUs(Claims claims, Platform platform) {
        require(claims.text("iss", Rule.ISSUER).equals(platform.issuer()), Rule.ISSUER, "another issuer");
        List<String> audience = claims.texts("aud");
        require(audience.contains(platform.clientId()), Rule.AUDIENCE, "aud " + audience);
        require(claims.has("azp") || audience.size() == 1, Rule.AUTHORISED_PARTY, "no azp for several audiences");
        String party = claims.text("azp").orElse(platform.clientId());
        require(party.equals(platform.clientId()), Rule.AUTHORISED_PARTY, "azp " + party);
    }

    private void isOfNow(Claims claims) {
        Instant now = clock.instant();
        Instant ends = claims.time("exp", Rule.EXPIRY);
        require(now.isBefore(ends.plus(CLOCKS_DIFFER)), Rule.EXPIRY, "ended " + ends + ", now " + now);
        Instant made = claims.time("iat", Rule.ISSUED);
        require(!made.isAfter(now.plus(CLOCKS_DIFFER)), Rule.ISSUED, "made in the future: " + made + ", now " + now);
        require(made.isAfter(now.minus(OLDEST)), Rule.ISSUED, "made long ago: " + made + ", now " + now);
        Instant begins = claims.time("nbf").orElse(made);
        require(!begins.isAfter(now.plus(CLOCKS_DIFFER)), Rule.NOT_BEFORE, "begins " + begins + ", now " + now);
    }

    private static void answers(Claims claims, String nonce) {
        require(claims.text("nonce", Rule.NONCE).equals(nonce), Rule.NONCE, "another nonce");
    }

    private static Launch launch(Claims claims, Platform platform) {
        String version = claims.text(Claims.LTI + "version", Rule.VERSION);
        require(version.equals("1.3.0"), Rule.VERSION, version);
        String deployment = claims.text(Claims.LTI + "deployment_id", Rule.DEPLOYMENT);
        require(platform.deployments().contains(deployment), Rule.DEPLOYMENT, deployment);
        String subject = claims.text("sub", Rule.SUBJECT);
        require(SUBJECT.matcher(subject).matches(), Rule.SUBJECT, subject);
        require(claims.has(Claims.LTI + "roles"), Rule.ROLES, "no roles");
        claims.texts(Claims.LTI + "roles");
        return new Launch(
                platform,
                deployment,
                subject,
                claims.text(Claims.LTI + "message_type", Rule.MESSAGE_TYPE),
                claims.text(Claims.LTI + "target_link_uri", Rule.TARGET),
                claims);
    }

    private static void require(boolean kept, Rule rule, String otherwise) {
        if (!kept) {
            throw new LaunchRefused(rule, otherwise);
        }
    }
}
