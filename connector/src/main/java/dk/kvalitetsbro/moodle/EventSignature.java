package dk.kvalitetsbro.moodle;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells what comes from the municipality's Moodle, by the secret that both share, and whether it was sent just now. */
@ApplicationScoped
class EventSignature {
    /** A shorter secret is none. */
    static final int SHORTEST_SECRET = 32;

    /** How far the two clocks may be apart. */
    static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";

    private final Optional<String> secret;
    private final Clock clock;

    @Inject
    EventSignature(@ConfigProperty(name = "moodle.events.secret") Optional<String> secret, Clock clock) {
        this.secret = secret.map(String::strip).filter(text -> !text.isEmpty());
        this.clock = clock;
    }

    public boolean isSetUp() {
        return secret.isPresent();
    }

    /** @return whether messages can be taken at all */
    public boolean isOn() {
        return secret.filter(text -> text.length() >= SHORTEST_SECRET).isPresent();
    }

    /**
     * @param timestamp the header as it came
     * @param signature the header as it came
     */
    public boolean isGenuine(String timestamp, byte[] body, String signature) {
        return isOn()
                && MessageDigest.isEqual(
                        of(timestamp, body, secret.orElseThrow()).getBytes(US_ASCII), signature.getBytes(UTF_8));
    }

    /** @return how many seconds Moodle's clock is ahead of this one, or behind if below 0; empty if that is tolerated */
    public Optional<Long> clockDifference(String timestamp) {
        Instant sent = Instant.ofEpochSecond(timestamp.matches("[0-9]{1,10}") ? Long.parseLong(timestamp) : 0);
        Duration ahead = Duration.between(clock.instant(), sent);
        return Optional.of(ahead)
                .filter(difference -> difference.abs().compareTo(TOLERANCE) > 0)
                .map(Duration::toSeconds);
    }

    static String of(String timestamp, byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), ALGORITHM));
            mac.update((timestamp + ".").getBytes(UTF_8));
            return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
