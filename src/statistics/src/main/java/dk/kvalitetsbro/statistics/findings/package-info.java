/**
 * What one centre's results in one round give reason to talk about. {@link
 * dk.kvalitetsbro.statistics.findings.FindingRules} judges every {@link dk.kvalitetsbro.statistics.findings.Cell}; {@link
 * dk.kvalitetsbro.statistics.findings.ThemeFinding} puts themes in the order in which a leader meets them. A judgement
 * is a question to a team and assigns nothing to anybody.
 */
@NullMarked
package dk.kvalitetsbro.statistics.findings;

import org.jspecify.annotations.NullMarked;
