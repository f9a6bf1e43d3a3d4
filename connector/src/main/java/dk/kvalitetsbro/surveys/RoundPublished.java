package dk.kvalitetsbro.surveys;

/**
 * A round has been published: its results are frozen and may be read. Fired inside the publishing transaction.
 *
 * @param round the round's code
 */
public record RoundPublished(String round) {}
