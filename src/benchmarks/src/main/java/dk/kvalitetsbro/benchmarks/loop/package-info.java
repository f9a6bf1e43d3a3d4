/** {@code ./bench loop}: how long the parts of the whole loop take. Start at {@link LoopBenchmark}. */
@NullMarked
package dk.kvalitetsbro.benchmarks.loop;

import org.jspecify.annotations.NullMarked;
