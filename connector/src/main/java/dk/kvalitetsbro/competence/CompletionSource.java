package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.Assignments;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The edge to where courses are completed. Never called inside a transaction. */
public interface CompletionSource {
    /** @param courseId the platform's own id of the course */
    record Taken(PersonKey person, long courseId) {}

    /** @param at when the course was completed, if the platform tells */
    record Completion(PersonKey person, long courseId, Optional<Instant> at) {}

    /**
     * What became of courses that people take.
     *
     * @param completed what is completed
     * @param lost      what cannot be completed any more, because the person is out of the course or the course is gone
     */
    record News(List<Completion> completed, List<Assignments.Lost> lost) {
        public News {
            completed = List.copyOf(completed);
            lost = List.copyOf(lost);
        }
    }

    /** @return the news of the given; what could not be asked now is simply not among them */
    News of(List<Taken> taken);
}
