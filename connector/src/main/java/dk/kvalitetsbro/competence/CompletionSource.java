package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.access.PersonKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The edge to where courses are completed. Never called inside a transaction. */
public interface CompletionSource {
    /** @param courseId the platform's own id of the course */
    record Taken(PersonKey person, long courseId) {}

    /** @param at when the course was completed, if the platform tells */
    record Completion(PersonKey person, long courseId, Optional<Instant> at) {}

    /** @return those of the given that are completed; what could not be asked now is simply not among them */
    List<Completion> completed(List<Taken> taken);
}
