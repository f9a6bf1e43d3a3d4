/**
 * Who is asking and what they may see and do: the actor, the one table of rights, sessions and the audit log.
 * Start at {@link dk.kvalitetsbro.access.Rights}. Who belongs where is asked through {@link dk.kvalitetsbro.access.Scope}.
 */
@NullMarked
package dk.kvalitetsbro.access;

import org.jspecify.annotations.NullMarked;
