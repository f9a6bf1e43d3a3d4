package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.PersonKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Who people are, and until when they were employed. Implemented by {@code organisation}. */
public interface People {
    /**
     * Somebody who is or was employed.
     *
     * @param left the last day of the last employment; none while there is one
     */
    record Known(PersonKey key, String name, Optional<LocalDate> left) {}

    /** @return those with this key, or whose names hold this text, in alphabetical order */
    List<Known> search(String text, int most);

    /** @return empty when the organisation knows no such person */
    Optional<Known> find(PersonKey key);

    /** @return whether somebody else has this name */
    boolean isNameOfOthers(PersonKey key, String name);

    /** @return those whose last employment ended before the day */
    List<PersonKey> leftBefore(LocalDate day);
}
