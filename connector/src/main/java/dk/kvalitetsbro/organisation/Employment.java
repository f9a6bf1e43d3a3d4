package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One employment with its dates; the end dates are last days.
 *
 * @param centreCode empty for the administration itself
 */
public record Employment(
        String number,
        PersonKey personKey,
        Optional<CentreCode> centreCode,
        JobGroup jobGroup,
        LocalDate employedFrom,
        Optional<LocalDate> employedTo,
        Optional<LocalDate> leaveFrom,
        Optional<LocalDate> leaveTo) {}
