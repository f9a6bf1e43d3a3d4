/**
 * What every page and interface shares: the database, the language, the page frame, errors and the clock.
 * Start at {@link dk.kvalitetsbro.web.PageFrame} for pages and {@link dk.kvalitetsbro.web.Database} for SQL.
 */
@NullMarked
package dk.kvalitetsbro.web;

import org.jspecify.annotations.NullMarked;
