/** What it costs to come in, and that nobody does who shouldn't. Start at {@link AccessBenchmark}. */
package dk.kvalitetsbro.benchmarks.access;
