package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.PersonKey;

/**
 * Somebody contributed to a workshop. Fired in the transaction that keeps the contribution; it does not tell what was
 * contributed.
 *
 * @param page where the workshop's page lies, below the application's root
 */
public record Contribution(PersonKey by, String page) {}
