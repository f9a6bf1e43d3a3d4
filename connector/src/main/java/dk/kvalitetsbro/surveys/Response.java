package dk.kvalitetsbro.surveys;

import dk.kvalitetsbro.access.CentreCode;
import java.util.Optional;

/**
 * One person's answers.
 *
 * @param rater   which contact pedagogue answered, under a code of the round; only for that group
 * @param family  which family the parent belongs to, under a code of the round; only for parents
 * @param answers raw values in the order of {@link Questionnaire#items}; 0 where none was given
 */
public record Response(CentreCode centre, Optional<String> rater, Optional<String> family, short[] answers) {}
