package dk.kvalitetsbro.moodle.client;

import java.util.Optional;

/**
 * Somebody enrolled in a course, by whatever method, active or suspended ({@code core_enrol_get_enrolled_users}).
 * Moodle's own functions tell neither the enrolment's dates nor whether it is suspended.
 *
 * @param idnumber absent when not set, or when the token lacks {@code moodle/user:viewalldetails}
 */
public record EnrolledUser(long id, Optional<String> idnumber) {
    static EnrolledUser from(Fields row) {
        return new EnrolledUser(row.number("id"), row.optionalText("idnumber"));
    }
}
