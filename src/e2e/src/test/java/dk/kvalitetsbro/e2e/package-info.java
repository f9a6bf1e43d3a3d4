/**
 * The whole product as people use it: in a real browser, on the running product. Start at {@link LoopIT}; {@link Stage}
 * is what every test stands on, and {@link Visitor} one person in front of a screen.
 */
@NullMarked
package dk.kvalitetsbro.e2e;

import org.jspecify.annotations.NullMarked;
