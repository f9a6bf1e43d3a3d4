/**
 * One invented municipality, the same bytes every time, at any size. Start at {@link DemoMunicipality}.
 *
 * <p>Everything is written in the import formats of the product, so that the demo takes the same way in as a real
 * municipality's data. No person, centre or place in it exists.
 */
@NullMarked
package dk.kvalitetsbro.demo;

import org.jspecify.annotations.NullMarked;
