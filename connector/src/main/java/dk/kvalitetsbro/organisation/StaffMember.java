package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;

/**
 * One employment at a centre on a day. A person with two employments is two staff members and one person.
 *
 * @param employmentNumber the number in the pay system
 */
public record StaffMember(
        String employmentNumber,
        PersonKey personKey,
        String name,
        CentreCode centreCode,
        JobGroup jobGroup,
        boolean onLeave) {}
