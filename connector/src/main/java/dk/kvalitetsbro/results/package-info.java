/**
 * What a round says about a centre's themes, and what to be curious about. Start at
 * {@link dk.kvalitetsbro.results.RoundResults} for how tallies become results when a round closes, at
 * {@link dk.kvalitetsbro.results.Results} for what may be shown of them, and at {@link dk.kvalitetsbro.results.Findings}
 * and {@link dk.kvalitetsbro.results.MunicipalFindings} for what they give reason to talk about. Public: these, and their
 * records. Computing and reading share one schema, so that stored rows stay private here: figures leave as a
 * {@link dk.kvalitetsbro.privacy.Release}.
 */
@NullMarked
package dk.kvalitetsbro.results;

import org.jspecify.annotations.NullMarked;
