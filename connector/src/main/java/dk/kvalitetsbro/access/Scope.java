package dk.kvalitetsbro.access;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who belongs where on a day. Implemented by {@code organisation}. */
public interface Scope {
    /** @return the person as an actor, or empty when nobody of that key has anything to do here that day */
    Optional<Actor> actor(PersonKey person, LocalDate day);

    /** @return the centres where the person is employed that day, or was within the last year */
    Set<CentreCode> centresOf(PersonKey person, LocalDate day);

    /** @return the names of those who are known of these keys, those who have left included */
    Map<String, String> names(Collection<String> keys);
}
