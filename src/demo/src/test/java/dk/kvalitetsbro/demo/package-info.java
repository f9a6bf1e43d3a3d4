/** The invented municipality keeps its promises at every size. */
@NullMarked
package dk.kvalitetsbro.demo;

import org.jspecify.annotations.NullMarked;
