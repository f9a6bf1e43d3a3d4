package dk.kvalitetsbro.themes;

import java.util.Set;

/** The edge to what asks people about themes. */
public interface AskedThemes {
    /** @return the themes that the survey has items on */
    Set<ThemeCode> askedThemes();
}
