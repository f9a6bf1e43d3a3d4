/**
 * The leader's front page: what needs a decision or an answer today.
 */
@NullMarked
package dk.kvalitetsbro.overview;

import org.jspecify.annotations.NullMarked;
