/**
 * What may leave: a result is a {@link dk.kvalitetsbro.privacy.Release}, and only this package makes a shown one.
 * Start at {@link dk.kvalitetsbro.privacy.Disclosure}.
 */
@NullMarked
package dk.kvalitetsbro.privacy;

import org.jspecify.annotations.NullMarked;
