package dk.kvalitetsbro.surveys;

import dk.kvalitetsbro.web.Refusal;
import java.time.LocalDate;

/**
 * A survey round. It is planned, opens for answers, closes, and is published, and never goes back: its thresholds are
 * locked when it opens, its answers when it closes, its results when it is published.
 *
 * @param code   short and unique, such as {@code 2019}
 * @param opens  the first day of answering, as planned
 * @param closes the last day of answering, as planned
 */
public record Round(String code, String name, LocalDate opens, LocalDate closes, State state) {
    /** Where a round stands, in the order in which it gets there. */
    public enum State {
        PLANNED,
        OPEN,
        CLOSED,
        PUBLISHED
    }

    public Round {
        if (!code.matches("[A-Za-z0-9._-]{1,32}")) {
            throw new Refusal("surveys.round.notACode");
        }
        if (closes.isBefore(opens)) {
            throw new Refusal("surveys.round.closesBeforeItOpens");
        }
    }

    public boolean is(State other) {
        return state == other;
    }
}
