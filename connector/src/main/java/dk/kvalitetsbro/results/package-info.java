/**
 * What a round says about a centre's themes, and what to be curious about.
 */
@NullMarked
package dk.kvalitetsbro.results;

import org.jspecify.annotations.NullMarked;
