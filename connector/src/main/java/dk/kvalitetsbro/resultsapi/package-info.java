/**
 * Rounds, results and findings for programs, as docs/reference/api.md describes them. Start at
 * {@link dk.kvalitetsbro.resultsapi.ResultsApi} and {@link dk.kvalitetsbro.resultsapi.RoundsApi}; the other records are
 * the shape of the answers. Nothing here is used by other packages.
 */
@NullMarked
package dk.kvalitetsbro.resultsapi;

import org.jspecify.annotations.NullMarked;
