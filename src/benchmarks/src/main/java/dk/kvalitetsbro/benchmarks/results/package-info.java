/**
 * Results that nobody may read a single answer out of: the attacker who tries, and how long protecting them takes. Start
 * at {@link dk.kvalitetsbro.benchmarks.results.AttackCampaign}: it writes {@link
 * dk.kvalitetsbro.benchmarks.results.Pages} of an {@link dk.kvalitetsbro.benchmarks.results.InventedMunicipality}, which
 * an {@link dk.kvalitetsbro.benchmarks.results.Attacker} knows as {@link dk.kvalitetsbro.benchmarks.results.Told}, and
 * turns into a {@link dk.kvalitetsbro.benchmarks.results.Puzzle} for each group of centres that totals tie together.
 */
@NullMarked
package dk.kvalitetsbro.benchmarks.results;

import org.jspecify.annotations.NullMarked;
