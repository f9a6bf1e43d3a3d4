package dk.kvalitetsbro.competence;

import static java.util.stream.Collectors.toSet;

import dk.kvalitetsbro.assignments.State;
import dk.kvalitetsbro.catalogue.Course;
import dk.kvalitetsbro.web.Bilingual;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A course that a person was given: why, by whom, by when, and how it went.
 *
 * @param course    empty when the course is no longer offered
 * @param reason    why, as the need said that day
 * @param byWhom    the leader's name
 * @param due       the last day
 * @param completed when it was completed, or when that was heard if the platform does not tell
 * @param overdue   the last day has passed and it is still open
 */
public record Learning(
        Optional<Course> course,
        Bilingual theme,
        Bilingual reason,
        String byWhom,
        OffsetDateTime assigned,
        LocalDate due,
        boolean mandatory,
        State state,
        Optional<OffsetDateTime> completed,
        boolean overdue) {
    /** @return what of all that a person was given has been given up and not given again */
    static List<Learning> givenUp(List<Learning> all) {
        Set<Optional<Course>> standing = all.stream()
                .filter(each -> !each.isWithdrawn())
                .map(Learning::course)
                .collect(toSet());
        return all.stream()
                .filter(each -> each.isWithdrawn() && !standing.contains(each.course()))
                .toList();
    }

    public boolean isCompleted() {
        return state == State.COMPLETED;
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    public boolean isWithdrawn() {
        return state == State.WITHDRAWN;
    }
}
