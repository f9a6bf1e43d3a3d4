package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.Code;

/** A day-care centre's code in the municipality's own files. */
public record CentreCode(String value) implements Code {
    public CentreCode {
        if (!value.matches("[A-Za-z0-9._-]{1,32}")) {
            throw new IllegalArgumentException("not a centre code: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
