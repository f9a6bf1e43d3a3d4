/**
 * The themes that surveys, workshops and courses meet on, and the needs that arise on them.
 * Start at {@link dk.kvalitetsbro.themes.Themes} and {@link dk.kvalitetsbro.themes.Needs}.
 */
@NullMarked
package dk.kvalitetsbro.themes;

import org.jspecify.annotations.NullMarked;
