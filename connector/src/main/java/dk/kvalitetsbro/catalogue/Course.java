package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.themes.ThemeCode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A course of the learning platform, as it was last read.
 *
 * @param id      the platform's own id
 * @param code    the municipality's code, may be empty
 * @param hours   what the course takes
 * @param format  how it is held, in the platform's word for it
 * @param visible whether staff can see it there: hidden courses and those that are gone can be given to nobody
 * @param themes  what the municipality says it helps with
 * @param url     its page on the platform
 */
public record Course(
        long id,
        String code,
        String name,
        OptionalInt hours,
        Optional<String> format,
        boolean visible,
        Set<ThemeCode> themes,
        String url) {
    public Course {
        themes = Set.copyOf(themes);
    }
}
