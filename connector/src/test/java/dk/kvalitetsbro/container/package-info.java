/** Tests of the deployed application: one deployment on Payara Micro, on a PostgreSQL of its own, shared by all. */
@NullMarked
package dk.kvalitetsbro.container;

import org.jspecify.annotations.NullMarked;
