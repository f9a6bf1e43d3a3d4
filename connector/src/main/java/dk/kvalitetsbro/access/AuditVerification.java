package dk.kvalitetsbro.access;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * One time that the whole chain was gone through.
 *
 * @param firstPlace  of the lines that there were; older ones were no longer kept
 * @param checkpoints whose signature was right and that the chain came to
 * @param brokenAt    the first place where something is wrong
 */
public record AuditVerification(
        OffsetDateTime at,
        long firstPlace,
        long lines,
        int checkpoints,
        Optional<Long> brokenAt,
        Optional<Breach> breach) {
    /** What is wrong at a place. */
    public enum Breach {
        /** The line is not as it was, or is not the one that stood there. */
        CHANGED,
        /** There is no line, though there was one. */
        MISSING,
        /** The line came later than it says. */
        BACKDATED,
        /** What was signed there is not what the chain comes to, or is not signed with our key. */
        CHECKPOINT,
        /** Lines before are gone without a signed word of what they came to. */
        BEGINNING
    }

    public boolean isWhole() {
        return breach.isEmpty();
    }
}
