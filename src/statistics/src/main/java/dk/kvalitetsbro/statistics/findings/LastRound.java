package dk.kvalitetsbro.statistics.findings;

import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Summary;

/**
 * How the same group of the same centre answered in this round and in the last, on the items that both asked. Given only
 * if both may be shown.
 *
 * @param now    index of those items in this round: the cell's own where the rounds asked the same
 * @param then   index of those items in the last round
 * @param points frozen mean and spread of the group on those items
 */
public record LastRound(Summary now, Summary then, Scale500 points) {}
