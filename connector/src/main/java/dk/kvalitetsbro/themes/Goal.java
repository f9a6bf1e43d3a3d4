package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.web.Bilingual;
import java.util.Set;

/**
 * A goal that themes serve and that workshops can put on their boards.
 *
 * @param source   where the goal is written, such as an article of a convention
 * @param archived no longer pursued; boards that it was put on keep it
 * @param version  counts the wordings, from 1
 */
public record Goal(
        String code,
        Level level,
        String source,
        Bilingual text,
        Set<ThemeCode> themes,
        boolean archived,
        int version) {}
