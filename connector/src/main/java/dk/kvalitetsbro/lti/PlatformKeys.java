package dk.kvalitetsbro.lti;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * The public keys of platforms. What was fetched is used for a while; a key that is not among it is looked for again, at
 * most once a minute, so that a platform may change its key at any time and a forger cannot make us ask all the time.
 */
@ApplicationScoped
public class PlatformKeys {
    static final Duration USED_FOR = Duration.ofMinutes(15);
    static final Duration BETWEEN_FETCHES = Duration.ofMinutes(1);
    static final Duration LONGEST_WITHOUT_ANSWER = Duration.ofDays(1);
    static final int MOST_PLATFORMS = 100;
    static final int MOST_KEYS = 20;
    static final int FEWEST_BITS = 2048;

    private static final String PEM_BEGINS = "-----BEGIN PUBLIC KEY-----";
    private static final Logger LOG = Logger.getLogger(PlatformKeys.class.getName());

    private final PlatformCalls calls;
    private final Clock clock;
    private final Map<URI, Fetched> fetched = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Fetched> eldest) {
            return size() > MOST_PLATFORMS;
        }
    };

    @Inject
    public PlatformKeys(PlatformCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * @param kid which of the platform's keys, as a token's header tells
     * @return empty where the platform has no such RSA key, or does not answer
     */
    public Optional<RSAKey> find(Platform platform, String kid) {
        if (platform.publicKey().isPresent()) {
            return key(pasted(platform.publicKey().get()), kid);
        }
        return of(platform.jwksUri()).find(kid);
    }

    /** @return whether the platform's keys are pasted here, or were read at its address not long ago */
    public boolean areKnown(Platform platform) {
        return platform.publicKey().isPresent() || of(platform.jwksUri()).isFresh();
    }

    /** @return the usable keys in what somebody pasted, a PEM or a JWKS; none where it is neither */
    public static List<RSAKey> pasted(String text) {
        try {
            return text.contains(PEM_BEGINS)
                    ? usable(List.of(ofPem(text)))
                    : usable(JWKSet.parse(text).getKeys());
        } catch (ParseException | GeneralSecurityException | IllegalArgumentException notOne) {
            return List.of();
        }
    }

    private static RSAKey ofPem(String text) throws GeneralSecurityException {
        String base64 = text.replaceAll("(?s)^.*" + PEM_BEGINS + "|-----END.*$", "");
        var form = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
        return new RSAKey.Builder((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(form)).build();
    }

    private Fetched of(URI address) {
        synchronized (fetched) {
            return fetched.computeIfAbsent(address, Fetched::new);
        }
    }

    private static List<RSAKey> usable(List<JWK> keys) {
        return keys.stream()
                .filter(key -> key.getKeyType().equals(KeyType.RSA))
                .filter(key -> key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                .filter(key -> key.getAlgorithm() == null || key.getAlgorithm().equals(JWSAlgorithm.RS256))
                .filter(key -> key.size() >= FEWEST_BITS)
                .map(key -> key.toRSAKey().toPublicJWK())
                .limit(MOST_KEYS)
                .toList();
    }

    /** A pasted PEM has no id: where it is the only key, it is the one. */
    private static Optional<RSAKey> key(List<RSAKey> keys, String kid) {
        if (keys.size() == 1 && keys.get(0).getKeyID() == null) {
            return Optional.of(keys.get(0));
        }
        return keys.stream().filter(key -> kid.equals(key.getKeyID())).findFirst();
    }

    /** What one address answered. While it is asked, others who need it wait for the same answer. */
    private final class Fetched {
        private final URI address;
        private List<RSAKey> keys = List.of();
        private Instant answered = Instant.MIN;
        private Instant asked = Instant.MIN;

        Fetched(URI address) {
            this.address = address;
        }

        synchronized Optional<RSAKey> find(String kid) {
            Instant now = clock.instant();
            boolean old = isPast(answered, USED_FOR, now);
            if ((old || key(keys, kid).isEmpty()) && isPast(asked, BETWEEN_FETCHES, now)) {
                asked = now;
                fetch(now);
            }
            return isPast(answered, LONGEST_WITHOUT_ANSWER, now) ? Optional.empty() : key(keys, kid);
        }

        synchronized boolean isFresh() {
            find("");
            return !keys.isEmpty() && !isPast(answered, USED_FOR, clock.instant());
        }

        private static boolean isPast(Instant since, Duration time, Instant now) {
            return since.equals(Instant.MIN) || !now.isBefore(since.plus(time));
        }

        /** Where nothing usable comes, what is known stays in use for a while. */
        private void fetch(Instant now) {
            try {
                keys = usable(JWKSet.parse(calls.get(address)).getKeys());
                answered = now;
            } catch (PlatformCalls.NoAnswer | ParseException | IllegalArgumentException e) {
                LOG.warning("no keys from " + address + ": " + e.getMessage());
            }
        }
    }
}
