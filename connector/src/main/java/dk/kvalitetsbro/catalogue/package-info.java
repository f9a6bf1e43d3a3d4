/**
 * The courses that Moodle offers, attached to the themes they help with.
 */
@NullMarked
package dk.kvalitetsbro.catalogue;

import org.jspecify.annotations.NullMarked;
