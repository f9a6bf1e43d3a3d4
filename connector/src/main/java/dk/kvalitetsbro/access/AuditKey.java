package dk.kvalitetsbro.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Signs what the chain came to. Whoever can write in the database but has not the key cannot make it anew. */
@ApplicationScoped
class AuditKey {
    private static final int SHORTEST = 32;
    private static final int LETTERS_OF_AN_ID = 16;

    /**
     * What the chain came to at a place, signed.
     *
     * @param beginning whether it also says that the lines up to there are no longer kept
     */
    record Checkpoint(long place, boolean beginning, byte[] hash, String keyId, byte[] signature) {}

    private record Secret(String id, byte[] bytes) {
        static Secret of(String text) {
            byte[] bytes = text.getBytes(UTF_8);
            byte[] digest = AuditLink.sha256().digest(bytes);
            return new Secret(HexFormat.of().formatHex(digest).substring(0, LETTERS_OF_AN_ID), bytes);
        }
    }

    private final List<Secret> secrets;
    private final boolean signs;

    /** Serves CDI's proxy only. */
    protected AuditKey() {
        this(Optional.empty(), Optional.empty());
    }

    /**
     * @param key      at least 32 characters; without one nothing is signed, and no line is ever deleted
     * @param previous the key before, which signatures made with it are checked by
     */
    @Inject
    AuditKey(
            @ConfigProperty(name = "audit.key") Optional<String> key,
            @ConfigProperty(name = "audit.key.previous") Optional<String> previous) {
        this.secrets = Stream.of(key, previous)
                .flatMap(Optional::stream)
                .map(AuditKey::longEnough)
                .map(Secret::of)
                .toList();
        this.signs = key.isPresent();
    }

    private static String longEnough(String key) {
        if (key.strip().length() < SHORTEST) {
            throw new IllegalArgumentException("audit.key must have at least " + SHORTEST + " characters");
        }
        return key.strip();
    }

    boolean signs() {
        return signs;
    }

    Optional<Checkpoint> sign(long place, boolean beginning, byte[] hash) {
        return secrets.stream()
                .limit(signs ? 1 : 0)
                .map(secret ->
                        new Checkpoint(place, beginning, hash, secret.id(), signature(secret, place, beginning, hash)))
                .findFirst();
    }

    boolean signed(Checkpoint checkpoint) {
        return secrets.stream()
                .filter(secret -> secret.id().equals(checkpoint.keyId()))
                .anyMatch(secret -> MessageDigest.isEqual(
                        checkpoint.signature(),
                        signature(secret, checkpoint.place(), checkpoint.beginning(), checkpoint.hash())));
    }

    private static byte[] signature(Secret secret, long place, boolean beginning, byte[] hash) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.bytes(), "HmacSHA256"));
            mac.update(ByteBuffer.allocate(Long.BYTES + 1)
                    .putLong(place)
                    .put((byte) (beginning ? 1 : 0))
                    .flip());
            return mac.doFinal(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
