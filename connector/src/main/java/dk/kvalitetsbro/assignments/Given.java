package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.web.Bilingual;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A course that a leader gave to some people with one confirmation, and how far they have come.
 *
 * @param course its name, or nothing when it is no longer offered
 * @param reason why, as the need said that day
 * @param byWhom the leader's name
 * @param due    the last day
 */
public record Given(
        Optional<String> course,
        Theme theme,
        Bilingual reason,
        OffsetDateTime assigned,
        String byWhom,
        LocalDate due,
        boolean mandatory,
        List<Participant> people) {
    /**
     * One of those it was given to.
     *
     * @param obstacle why a parked one is not enrolled
     * @param overdue  the last day has passed, and the person is here and has not completed it
     * @param left     no longer employed at the centre
     */
    public record Participant(
            PersonKey person,
            String name,
            State state,
            Optional<String> obstacle,
            boolean overdue,
            boolean onLeave,
            boolean left) {}

    public Given {
        people = List.copyOf(people);
    }

    public int completed() {
        return count(person -> person.state() == State.COMPLETED);
    }

    /** @return those who are enrolled and have not completed it */
    public int ongoing() {
        return count(person -> person.state() == State.IN_MOODLE);
    }

    /** @return those who are not enrolled yet */
    public int notStarted() {
        return takers() - completed() - ongoing();
    }

    /** @return those whose enrolment was given up, and who do not have the course from here any more */
    public int withdrawn() {
        return count(person -> person.state() == State.WITHDRAWN);
    }

    /** @return everybody but the withdrawn */
    public int takers() {
        return people.size() - withdrawn();
    }

    public int parked() {
        return count(person -> person.state() == State.PARKED);
    }

    public int overdue() {
        return count(Participant::overdue);
    }

    private int count(Predicate<Participant> such) {
        return (int) people.stream().filter(such).count();
    }
}
