package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.catalogue.Course;
import dk.kvalitetsbro.organisation.StaffMember;
import dk.kvalitetsbro.themes.Need;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;

/** An order that can be carried out, and what it would mean for each of the people chosen. */
public record Plan(Need need, Course course, LocalDate due, boolean mandatory, List<Candidate> people) {
    /** What a person already has to do with a course. */
    public enum Standing {
        /** Nothing: would get it. */
        NEW,
        /** Has been given it, here or at another centre, and has not completed it. */
        TAKING,
        /** Has been given it and could not be enrolled: somebody has to act on the worklist. */
        STUCK,
        COMPLETED
    }

    /** Somebody chosen, and where they stand with the course. */
    public record Candidate(StaffMember who, Standing standing) {
        PersonKey key() {
            return who.personKey();
        }
    }

    public Plan {
        people = List.copyOf(people);
    }

    /** @return those who would get the course */
    public List<Candidate> receivers() {
        return standing(Standing.NEW);
    }

    public List<Candidate> taking() {
        return standing(Standing.TAKING);
    }

    public List<Candidate> stuck() {
        return standing(Standing.STUCK);
    }

    public List<Candidate> completed() {
        return standing(Standing.COMPLETED);
    }

    private List<Candidate> standing(Standing standing) {
        return people.stream()
                .filter(candidate -> candidate.standing() == standing)
                .toList();
    }

    /** @return the working hours that all receivers will use together, if the course's hours are known */
    public OptionalInt hoursInAll() {
        OptionalInt each = course.hours();
        return each.isPresent() ? OptionalInt.of(each.getAsInt() * receivers().size()) : each;
    }
}
