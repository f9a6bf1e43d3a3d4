package dk.kvalitetsbro.workshops;

/** What a reflection card is about. */
enum Topic {
    CORE_TASK,
    INTERNATIONAL,
    NATIONAL,
    MUNICIPAL,
    INSTITUTION,
    VALUES,
    WONDERING
}
