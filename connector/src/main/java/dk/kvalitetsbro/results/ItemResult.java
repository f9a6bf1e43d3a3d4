package dk.kvalitetsbro.results;

import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.surveys.Item;

/**
 * The answers to one item at one centre in one round, as they may leave.
 *
 * @param answers those to a negatively worded item are turned around, so that higher is always better
 */
public record ItemResult(Item item, Release<Index> answers) {}
