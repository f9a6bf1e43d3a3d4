/**
 * Result pages under load: how long they take while many read at once. Start at
 * {@link dk.kvalitetsbro.benchmarks.results.pages.PageBenchmark}.
 */
@NullMarked
package dk.kvalitetsbro.benchmarks.results.pages;

import org.jspecify.annotations.NullMarked;
