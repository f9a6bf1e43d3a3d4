package dk.kvalitetsbro.outbox;

import dk.kvalitetsbro.web.Bilingual;

/**
 * What an entry is about, for people.
 *
 * @param what  the whole of it
 * @param topic what it has in common with others, such as a course
 */
public record About(Bilingual what, Bilingual topic) {}
