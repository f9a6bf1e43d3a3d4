package dk.kvalitetsbro.surveys;

/**
 * A round has closed: its answers are complete. Fired inside the closing transaction, so that whoever computes from them
 * either succeeds with the closing or undoes it.
 *
 * @param round the round's code
 */
public record RoundClosed(String round) {}
