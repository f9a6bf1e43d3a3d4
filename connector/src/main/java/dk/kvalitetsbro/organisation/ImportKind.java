package dk.kvalitetsbro.organisation;

import java.util.List;

/**
 * A kind of file that a municipality can import. Every bean of this type is offered on the import page, which runs it
 * dry first and applies it only when somebody has seen what will happen. Both methods run inside a transaction.
 */
public interface ImportKind {
    /** @return the kind's name in forms and stored uploads, such as {@code CENTRES}; the page has words for it */
    String name();

    /** @return whether a file of this kind is of one survey round, which its rows do not name themselves */
    boolean needsRound();

    /** @return the rounds that a file can be imported for now, if it {@link #needsRound()} */
    default List<RoundChoice> rounds() {
        return List.of();
    }

    /**
     * Finds every problem of the file and what it would change. Changes nothing.
     *
     * @throws dk.kvalitetsbro.web.Refusal when no file of this kind can be imported now, whatever it holds
     */
    DryRun check(Upload upload);

    /**
     * Checks the file once more and imports it if it has no problems; with a single one it changes nothing.
     *
     * @return what it did, or its problems
     * @throws dk.kvalitetsbro.web.Refusal as {@link #check} does
     */
    DryRun apply(Upload upload);

    /** A survey round to choose on the import page. */
    record RoundChoice(String code, String name) {}
}
