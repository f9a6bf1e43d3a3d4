/**
 * What waits: a leader's front page, and the administration's list of findings that nothing has come of. Start at {@link
 * dk.kvalitetsbro.overview.Overviews} and {@link dk.kvalitetsbro.overview.OpenFindings}.
 */
@NullMarked
package dk.kvalitetsbro.overview;

import org.jspecify.annotations.NullMarked;
