/**
 * The municipality as it was and is: areas, centres, people and their dated employments.
 * Start at {@link dk.kvalitetsbro.organisation.Organisation}.
 */
@NullMarked
package dk.kvalitetsbro.organisation;

import org.jspecify.annotations.NullMarked;
