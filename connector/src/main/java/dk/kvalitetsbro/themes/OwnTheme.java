package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.web.Bilingual;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What the municipality says of a theme of its own.
 *
 * @param from the first day on which something new can be about it
 * @param to   the last such day, not before the first; empty for no end
 */
record OwnTheme(Bilingual name, String description, LocalDate from, Optional<LocalDate> to) {
    OwnTheme {
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("ends before it begins");
        }
    }
}
