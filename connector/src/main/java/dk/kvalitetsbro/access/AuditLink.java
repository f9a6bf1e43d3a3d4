package dk.kvalitetsbro.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** A line of the audit log as a link of the chain. */
record AuditLink(long id, OffsetDateTime at, String actor, String action, String subject, String detail) {
    /** What the first line's hash is computed on, as there is no line before it. */
    static final byte[] BEGINNING = new byte[32];

    /**
     * The canonical form: the hash before, the place and the id as eight bytes each, the time in microseconds since 1970
     * as eight, then each text in UTF-8 after its length in four bytes. Two lines never have the same form.
     *
     * @return SHA-256 of that
     */
    byte[] hash(byte[] before, long place) {
        MessageDigest digest = sha256();
        digest.update(before);
        digest.update(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(place)
                .putLong(id)
                .putLong(ChronoUnit.MICROS.between(Instant.EPOCH, at.toInstant()))
                .flip());
        for (String text : new String[] {actor, action, subject, detail}) {
            byte[] bytes = text.getBytes(UTF_8);
            digest.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
            digest.update(bytes);
        }
        return digest.digest();
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
