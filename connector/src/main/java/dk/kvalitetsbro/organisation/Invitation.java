package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Role;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Somebody from outside who may look in for a time.
 *
 * @param role     {@link Role#CONSULTANT} or {@link Role#RESEARCHER}
 * @param centre   empty for the whole municipality
 * @param workshop the only one of the centre's workshops that it is about, if it is about one
 * @param to       the last day
 * @param byWhom   the name of whoever invited
 * @param ended    when it was taken back, if it was
 */
public record Invitation(
        long id,
        PersonKey person,
        String name,
        Role role,
        Optional<CentreCode> centre,
        Optional<Long> workshop,
        LocalDate from,
        LocalDate to,
        String purpose,
        String byWhom,
        Optional<OffsetDateTime> ended) {

    /** Whether it holds that day or will. */
    public boolean isAhead(LocalDate day) {
        return ended.isEmpty() && !to.isBefore(day);
    }
}
