/**
 * Core-task workshops: what a group is there for, what pulls at it, what it wonders about and puts first.
 *
 * <p>Start at {@link dk.kvalitetsbro.workshops.Workshops}. What a group writes is kept by one service per step: core
 * task, bubbles, links, wonderings and priorities. {@link dk.kvalitetsbro.workshops.Wonderings} is also what the
 * leader's page asks. Nothing is ever locked, and nobody can see who wrote what: only how many have contributed is kept.
 */
@NullMarked
package dk.kvalitetsbro.workshops;

import org.jspecify.annotations.NullMarked;
