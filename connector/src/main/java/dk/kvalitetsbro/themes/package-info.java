/**
 * The themes that surveys, workshops and courses meet on, what the municipality wants with them, and the needs that arise
 * on them. Start at {@link dk.kvalitetsbro.themes.Themes}, {@link dk.kvalitetsbro.themes.Strategy} and
 * {@link dk.kvalitetsbro.themes.Needs}.
 */
@NullMarked
package dk.kvalitetsbro.themes;

import org.jspecify.annotations.NullMarked;
