/**
 * What staff have learnt and are learning: their own page, one person's record, and HR's coverage.
 */
@NullMarked
package dk.kvalitetsbro.competence;

import org.jspecify.annotations.NullMarked;
