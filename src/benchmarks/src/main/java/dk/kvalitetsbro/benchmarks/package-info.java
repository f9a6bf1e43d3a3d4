/**
 * What {@code ./bench NAME} measures. Start at {@link dk.kvalitetsbro.benchmarks.Bench}: it holds the list of benchmarks.
 * A new one is a {@link dk.kvalitetsbro.benchmarks.Benchmark} in that list and its figures in the README.
 */
@NullMarked
package dk.kvalitetsbro.benchmarks;

import org.jspecify.annotations.NullMarked;
