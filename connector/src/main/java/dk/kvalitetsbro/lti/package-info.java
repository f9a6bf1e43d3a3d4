/**
 * Kvalitetsbro as a tool of LTI 1.3 platforms such as Moodle: who comes from there with a launch is signed in. Start at
 * {@link dk.kvalitetsbro.lti.Platforms}. Public: the platforms, the tool's keys and the pages.
 */
@NullMarked
package dk.kvalitetsbro.lti;

import org.jspecify.annotations.NullMarked;
