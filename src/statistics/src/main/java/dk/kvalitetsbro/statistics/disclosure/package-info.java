/**
 * Which figures would tell too much about too few people. {@link
 * dk.kvalitetsbro.statistics.disclosure.DisclosureRule} judges a cell by itself; {@link
 * dk.kvalitetsbro.statistics.disclosure.ComplementarySuppression} hides further cells so that a total does not give the
 * first ones away.
 */
@NullMarked
package dk.kvalitetsbro.statistics.disclosure;

import org.jspecify.annotations.NullMarked;
