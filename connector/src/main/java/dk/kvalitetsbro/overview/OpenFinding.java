package dk.kvalitetsbro.overview;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.themes.ThemeCode;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A finding of a published round that nothing has come of yet.
 *
 * @param centre     whose it is; empty for the municipality's own
 * @param centreName empty for the municipality's own
 * @param area       code of the centre's area today; empty for the municipality's own
 * @param round      code of the round
 * @param since      when the round was published or, once somebody decided, when that was
 */
public record OpenFinding(
        Optional<CentreCode> centre,
        String centreName,
        String area,
        ThemeCode theme,
        String round,
        Status status,
        OffsetDateTime since) {

    /** What is missing. */
    public enum Status {
        UNDECIDED,
        /** The leader decided to wait. */
        DEFERRED,
        /** The leader decided to go on with it, but has given nobody a course. */
        NOTHING_ASSIGNED
    }
}
