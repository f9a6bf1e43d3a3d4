/**
 * What each group answered in a round, added up centre by centre without keeping an answer, and what disclosure control
 * says of everything that is published of it. Start at {@link dk.kvalitetsbro.tallies.Tallies}; stores nothing. Adding
 * is private here: others read what it came to.
 */
@NullMarked
package dk.kvalitetsbro.tallies;

import org.jspecify.annotations.NullMarked;
