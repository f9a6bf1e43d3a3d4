package dk.kvalitetsbro.access;

import java.util.Optional;

/**
 * What somebody from outside is invited to, for a time.
 *
 * @param centre   empty for the whole municipality
 * @param workshop the one workshop of that centre; empty for all that an invitation can reach there
 */
public record Invited(Role role, Optional<CentreCode> centre, Optional<Long> workshop) {
    /** Results: of the centre invited to, or of any centre and the municipality where the invitation is to all of it. */
    boolean coversResultsOf(Optional<CentreCode> named) {
        return workshop.isEmpty() && (centre.isEmpty() || centre.equals(named));
    }

    /** A workshop is a centre's own room: an invitation to the whole municipality opens none. */
    boolean coversWorkshop(Optional<CentreCode> at, Optional<Long> named) {
        return centre.isPresent() && centre.equals(at) && (workshop.isEmpty() || workshop.equals(named));
    }
}
