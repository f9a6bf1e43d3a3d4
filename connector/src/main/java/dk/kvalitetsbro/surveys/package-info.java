/**
 * Survey rounds from plan to publication, the questionnaire, and answers for as long as they may be kept.
 * Start at {@link dk.kvalitetsbro.surveys.Rounds}; whoever computes from answers reads {@link dk.kvalitetsbro.surveys.Answers}.
 */
@NullMarked
package dk.kvalitetsbro.surveys;

import org.jspecify.annotations.NullMarked;
