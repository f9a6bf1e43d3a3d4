/**
 * Who takes which course, by when, and why. A leader decides; the learning platform hears of it through the outbox.
 * Start at {@link dk.kvalitetsbro.assignments.Assignments}; {@link dk.kvalitetsbro.assignments.FollowUp} tells how it
 * went. Other packages may read the view {@code assignments.assigned} in their own SQL.
 */
@NullMarked
package dk.kvalitetsbro.assignments;

import org.jspecify.annotations.NullMarked;
