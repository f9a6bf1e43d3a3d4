package dk.kvalitetsbro.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** The edge to where the courses are. */
public interface CourseSource {
    /**
     * A course that the platform has. What it does not tell of a course is believed to be as it should.
     *
     * @param id                the platform's own id
     * @param code              the municipality's code of the course (Moodle's course idnumber), may be empty
     * @param hours             what the course takes, if the platform knows
     * @param visible           whether staff can see it
     * @param takesEnrolments   whether people can be enrolled in it from here
     * @param followsCompletion whether the platform notes who completes it
     */
    record Offered(
            long id,
            String code,
            String name,
            OptionalInt hours,
            Optional<String> format,
            boolean visible,
            boolean takesEnrolments,
            boolean followsCompletion) {}

    /** @return every course of the platform, its front page excepted; never called inside a transaction */
    List<Offered> read();

    /** As {@link #read}, for somebody who waits at a page: gives up after a few seconds. */
    default List<Offered> readQuickly() {
        return read();
    }

    /** @return the courses in which nobody can ever complete anything, as asking for completions has shown */
    default Set<Long> withoutConditions() {
        return Set.of();
    }

    /** @return the address of the course's own page there, for people to open */
    String address(long id);
}
