/**
 * What staff have learnt and are learning. Start at {@link dk.kvalitetsbro.competence.Competence}, which hears of
 * completions; {@link dk.kvalitetsbro.competence.LearningRecords} tells of one person, and
 * {@link dk.kvalitetsbro.competence.Coverage} of everybody, as counts that do not tell about a few.
 */
@NullMarked
package dk.kvalitetsbro.competence;

import org.jspecify.annotations.NullMarked;
