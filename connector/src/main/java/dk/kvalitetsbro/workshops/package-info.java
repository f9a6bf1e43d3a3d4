/**
 * Core-task workshops: what a group is there for, what pulls at it, what it wonders about and puts first.
 */
@NullMarked
package dk.kvalitetsbro.workshops;

import org.jspecify.annotations.NullMarked;
