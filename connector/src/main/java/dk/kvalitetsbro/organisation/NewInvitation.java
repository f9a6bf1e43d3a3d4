package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.web.Refusal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An invitation as it is made: for a year at most, and a researcher's to the whole municipality.
 *
 * @param to the last day
 */
public record NewInvitation(
        PersonKey person,
        String name,
        Role role,
        Optional<CentreCode> centre,
        Optional<Long> workshop,
        LocalDate from,
        LocalDate to,
        String purpose) {
    private static final int LONGEST_YEARS = 1;

    public NewInvitation {
        if (role != Role.CONSULTANT && role != Role.RESEARCHER) {
            throw new IllegalArgumentException("nobody is invited as " + role);
        }
        if (role == Role.RESEARCHER && centre.isPresent()) {
            throw new Refusal("organisation.invitation.researcherAtCentre");
        }
        if (workshop.isPresent() && centre.isEmpty()) {
            throw new IllegalArgumentException("a workshop is some centre's");
        }
        if (to.isBefore(from)) {
            throw new Refusal("organisation.invitation.endsBeforeItBegins");
        }
        if (to.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw new Refusal("organisation.invitation.tooLong");
        }
    }
}
