package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.web.Bilingual;

/**
 * A theme that survey items, workshop tasks and courses can be about.
 *
 * @param focus the municipality follows this theme with particular attention
 */
public record Theme(ThemeCode code, Bilingual name, boolean focus) {}
