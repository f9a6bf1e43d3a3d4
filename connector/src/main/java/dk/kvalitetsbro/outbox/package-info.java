/**
 * What must reach another system at least once: kept with the change that caused it, delivered afterwards.
 * Start at {@link dk.kvalitetsbro.outbox.Outbox}.
 */
@NullMarked
package dk.kvalitetsbro.outbox;

import org.jspecify.annotations.NullMarked;
