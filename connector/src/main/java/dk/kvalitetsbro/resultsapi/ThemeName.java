package dk.kvalitetsbro.resultsapi;

import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.web.Bilingual;

/** A theme as a program is told of it. */
public record ThemeName(String code, Bilingual name) {
    static ThemeName of(Theme theme) {
        return new ThemeName(theme.code().value(), theme.name());
    }
}
