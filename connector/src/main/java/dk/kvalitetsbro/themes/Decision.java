package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.access.PersonKey;
import java.time.OffsetDateTime;

/** What a leader decided about a need, with the reason in the leader's own words. */
public record Decision(Choice choice, String reason, OffsetDateTime decided, PersonKey byWhom) {
    /** What a leader can decide. */
    public enum Choice {
        ACCEPTED,
        DEFERRED,
        REJECTED
    }
}
