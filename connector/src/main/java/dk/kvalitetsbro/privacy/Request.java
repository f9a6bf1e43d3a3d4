package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.PersonKey;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * What somebody said about what is held about them.
 *
 * @param what     what it is about, in their words
 * @param why      and why
 * @param outcome  none while nobody has decided
 * @param answered the moment of the answer
 */
public record Request(
        long id,
        PersonKey personKey,
        Kind kind,
        String what,
        String why,
        OffsetDateTime asked,
        Optional<Outcome> outcome,
        Optional<String> answer,
        Optional<OffsetDateTime> answered) {
    /** What is asked for. */
    public enum Kind {
        /** Something is wrong and is to be put right (article 16). */
        CORRECTION,
        /** Something is not to be done with it any more (article 21). */
        OBJECTION
    }

    /** What was decided. */
    public enum Outcome {
        GRANTED,
        REFUSED
    }

    public boolean isOpen() {
        return outcome.isEmpty();
    }
}
