/**
 * Who takes which course, by when, and why. A leader decides; Moodle hears of it through the outbox.
 */
@NullMarked
package dk.kvalitetsbro.assignments;

import org.jspecify.annotations.NullMarked;
