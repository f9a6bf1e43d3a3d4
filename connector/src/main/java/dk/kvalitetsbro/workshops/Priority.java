package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.themes.ThemeCode;
import java.util.Optional;

/**
 * Something that the group puts before other things.
 *
 * @param rank    1 for what comes first
 * @param bubble  the bubble it came from
 * @param version counts the wordings, from 1
 */
record Priority(
        long id, int rank, String text, ThemeCode theme, Optional<Long> bubble, Argument argument, int version) {}
