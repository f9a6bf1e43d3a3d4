/** How fast and how true the Moodle client is. Start at {@link dk.kvalitetsbro.benchmarks.moodle.MoodleBenchmark}. */
@NullMarked
package dk.kvalitetsbro.benchmarks.moodle;

import org.jspecify.annotations.NullMarked;
