package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.CentreCode;
import java.time.LocalDate;
import java.util.Set;

/**
 * What a leader asks for: these people take this course by that day, as the answer to this need.
 *
 * @param course    the learning platform's own id
 * @param employees numbers of employments at the centre
 * @param due       the last day
 * @param mandatory whether it must be taken, or is recommended
 */
public record Order(
        CentreCode centre, long need, long course, Set<String> employees, LocalDate due, boolean mandatory) {
    public Order {
        employees = Set.copyOf(employees);
    }
}
