/**
 * Which figures would tell too much about too few people. {@link
 * dk.kvalitetsbro.statistics.disclosure.DisclosureRule} judges a cell by itself. {@link
 * dk.kvalitetsbro.statistics.disclosure.Protection} judges all cells of a {@link
 * dk.kvalitetsbro.statistics.disclosure.Publication} together, so that nothing withheld can be worked out from what is
 * shown: start there. Inside, a {@link dk.kvalitetsbro.statistics.disclosure.SuppressionPattern} says what is withheld
 * and which pools that leaves, the two safeties say whether a pool may be known, and {@link
 * dk.kvalitetsbro.statistics.disclosure.ComplementarySuppression} withholds more until all may. Why that is enough:
 * docs/explanation/disclosure-control.md.
 */
@NullMarked
package dk.kvalitetsbro.statistics.disclosure;

import org.jspecify.annotations.NullMarked;
