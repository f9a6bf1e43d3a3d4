package dk.kvalitetsbro.access;

import dk.kvalitetsbro.web.Code;

/** The one key a person has everywhere: by default the Moodle idnumber, never a CPR number. */
public record PersonKey(String value) implements Code {
    /** How the audit log's names of programs begin, which no person's key may. */
    static final String NOT_A_PERSON = "token:";

    public PersonKey {
        if (!value.matches("[A-Za-z0-9._:-]{1,64}") || value.startsWith(NOT_A_PERSON)) {
            throw new IllegalArgumentException("not a person key: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
