package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.web.Code;

/** A theme's code, such as MAT. */
public record ThemeCode(String value) implements Code {
    public ThemeCode {
        if (!value.matches("[A-Z0-9_]{2,12}")) {
            throw new IllegalArgumentException("not a theme code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
