/**
 * What may leave: a result is a {@link dk.kvalitetsbro.privacy.Release}, and only this package makes a shown one; start
 * at {@link dk.kvalitetsbro.privacy.Disclosure}. And what people may ask for: what is held about them, that it is put
 * right, and its end; start at {@link dk.kvalitetsbro.privacy.PersonalData}, which each package implements.
 */
@NullMarked
package dk.kvalitetsbro.privacy;

import org.jspecify.annotations.NullMarked;
