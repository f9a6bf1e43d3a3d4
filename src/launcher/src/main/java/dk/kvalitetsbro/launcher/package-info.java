/**
 * Runs the whole product on one machine: PostgreSQL, a Moodle and the connector in Payara Micro.
 *
 * <p>{@link dk.kvalitetsbro.launcher.Start} is what {@code ./start} runs; tests and benchmarks use
 * {@link dk.kvalitetsbro.launcher.RunningProduct}, or {@link dk.kvalitetsbro.launcher.EmbeddedPostgres} where the
 * database is all they need. Everything listens on 127.0.0.1 only.
 */
@NullMarked
package dk.kvalitetsbro.launcher;

import org.jspecify.annotations.NullMarked;
