/**
 * The other packages' edges to a learning platform, implemented on the Moodle client.
 */
@NullMarked
package dk.kvalitetsbro.moodle;

import org.jspecify.annotations.NullMarked;
