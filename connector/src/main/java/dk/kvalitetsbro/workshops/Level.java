package dk.kvalitetsbro.workshops;

/** Where a task comes from, the farthest first. */
enum Level {
    INTERNATIONAL,
    NATIONAL,
    MUNICIPAL,
    INSTITUTION
}
