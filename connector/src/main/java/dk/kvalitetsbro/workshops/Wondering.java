package dk.kvalitetsbro.workshops;

import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Something a group does not see the sense of. A reflection card is tried first; what the card does not solve goes to
 * the leader, whose answer comes back here.
 *
 * @param card      code of the reflection card tried last
 * @param madeSense whether it did; empty while the group has not said
 * @param asked     when the leader was asked
 * @param answer    the leader's newest answer
 */
record Wondering(
        long id,
        String text,
        String card,
        Optional<Boolean> madeSense,
        Optional<OffsetDateTime> asked,
        Optional<String> answer,
        Optional<OffsetDateTime> answered) {

    enum State {
        TRYING_A_CARD,
        MADE_SENSE,
        WITH_LEADER,
        ANSWERED
    }

    State state() {
        if (asked.isPresent()) {
            return answer.isPresent() ? State.ANSWERED : State.WITH_LEADER;
        }
        return madeSense.orElse(false) ? State.MADE_SENSE : State.TRYING_A_CARD;
    }
}
