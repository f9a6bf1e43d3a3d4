/**
 * From files of responses to figures, by the product and by DuckDB. Start at
 * {@link dk.kvalitetsbro.benchmarks.results.files.FileBenchmark}.
 */
@NullMarked
package dk.kvalitetsbro.benchmarks.results.files;

import org.jspecify.annotations.NullMarked;
