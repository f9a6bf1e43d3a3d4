package dk.kvalitetsbro.web;

/**
 * A value with one text form, such as a centre's code: bound to SQL, read from a path and shown on a page as that text.
 * Implemented by records whose only component is {@code String value} and whose {@code toString} is the value.
 */
public interface Code {
    String value();
}
