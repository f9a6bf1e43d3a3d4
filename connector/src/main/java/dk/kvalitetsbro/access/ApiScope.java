package dk.kvalitetsbro.access;

/** What an API token may be made for. Which routes that is stands in the table of rights. */
public enum ApiScope {
    /** Which survey rounds have been published. */
    ROUNDS,
    /** Results and findings, of all centres or of the one that the token names. */
    RESULTS,
    /** How much centres differ. */
    VARIATION
}
