package dk.kvalitetsbro.moodle.fake;

/** Something that happened to a table. All there is to know about the site is the sequence of these. */
sealed interface Change {
    /** A row is new, or says something else than before. */
    record Put(Row row) implements Change {}

    /** A row is gone, and its id will not be used again. */
    record Gone(Class<? extends Row> table, long id) implements Change {}
}
