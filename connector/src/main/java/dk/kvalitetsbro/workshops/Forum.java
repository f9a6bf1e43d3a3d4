package dk.kvalitetsbro.workshops;

/** Whose workshop it is. */
enum Forum {
    STAFF,
    LEADERS
}
