/**
 * What children's background means for how they and their parents experience their place, in the whole municipality and
 * never for a centre. The municipality adds it up by itself; start at {@link dk.kvalitetsbro.background.BackgroundImport}
 * for what it may bring, and at {@link dk.kvalitetsbro.background.Backgrounds} for what may be shown of it. Stored rows
 * stay private here: figures leave as a {@link dk.kvalitetsbro.privacy.Release}.
 */
@NullMarked
package dk.kvalitetsbro.background;

import org.jspecify.annotations.NullMarked;
