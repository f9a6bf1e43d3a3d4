package dk.kvalitetsbro.organisation;

/**
 * One thing in a file that must be put right before it can be imported.
 *
 * @param line   the line of the file as an editor numbers it, the header being line 1
 * @param column the column's header; empty when the whole line is meant
 * @param kind   a key of the texts: {@code kind.title} says what is wrong, {@code kind.remedy} what to do, and
 *               {@code kind.note}, where there is one, says what the hint means
 * @param value  what stands in the file; empty when it had better not be repeated
 * @param hint   what would have been right, or what it collides with; may be empty
 */
public record Problem(long line, String column, String kind, String value, String hint) {}
