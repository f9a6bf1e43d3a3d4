package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.web.Bilingual;

/**
 * A goal that others have set, ready to be put on the board.
 *
 * @param source where the goal is written, such as an article of a convention
 */
record Goal(String code, Level level, String source, Bilingual text) {}
