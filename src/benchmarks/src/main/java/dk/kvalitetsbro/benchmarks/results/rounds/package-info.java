/**
 * A round that closes: how long its results, tests, findings and disclosure control take. Start at
 * {@link dk.kvalitetsbro.benchmarks.results.rounds.RoundBenchmark}.
 */
@NullMarked
package dk.kvalitetsbro.benchmarks.results.rounds;

import org.jspecify.annotations.NullMarked;
