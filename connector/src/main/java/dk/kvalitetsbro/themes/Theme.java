package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.web.Bilingual;

/**
 * A theme that survey items, workshop tasks and courses can be about.
 *
 * @param focus       the municipality follows this theme with particular attention
 * @param description what it is about, in the municipality's own words; empty for those that need none
 */
public record Theme(ThemeCode code, Bilingual name, boolean focus, String description) {}
