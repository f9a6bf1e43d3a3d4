/**
 * Survey rounds from plan to publication, the questionnaire, and the import of a municipality's files.
 */
@NullMarked
package dk.kvalitetsbro.surveys;

import org.jspecify.annotations.NullMarked;
