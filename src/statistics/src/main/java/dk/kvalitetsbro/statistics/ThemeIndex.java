package dk.kvalitetsbro.statistics;

import java.util.OptionalDouble;

/**
 * One respondent's index on one theme: the mean of the answered items, when at least half of the theme's items are
 * answered. Answers are already reversed where the wording is negative; 0 is a missing answer.
 *
 * <p>The "half rule": Fayers, P. M. and others (2001), EORTC QLQ-C30 Scoring Manual, 3rd edition, EORTC, chapter on missing
 * data; looked at critically in Schafer, J. L. and Graham, J. W. (2002), Missing data: our view of the state of the art,
 * Psychological Methods 7, 147-177.
 */
public final class ThemeIndex {
    private ThemeIndex() {}

    /**
     * The index over all answers given.
     *
     * @param answers the respondent's answers to all items of the theme
     */
    public static OptionalDouble of(short[] answers) {
        int sum = 0;
        int answered = 0;
        for (short answer : answers) {
            sum += answer;
            answered += answer == 0 ? 0 : 1;
        }
        return mean(sum, answered, answers.length);
    }

    /**
     * The index over some of the answers.
     *
     * @param answers the respondent's answers to the whole questionnaire
     * @param items   where in {@code answers} the theme's items stand, or those of a subset of comparable items
     */
    public static OptionalDouble of(short[] answers, int[] items) {
        int sum = 0;
        int answered = 0;
        for (int item : items) {
            short answer = answers[item];
            sum += answer;
            answered += answer == 0 ? 0 : 1;
        }
        return mean(sum, answered, items.length);
    }

    private static OptionalDouble mean(int sum, int answered, int items) {
        boolean enough = answered > 0 && 2 * answered >= items;
        return enough ? OptionalDouble.of((double) sum / answered) : OptionalDouble.empty();
    }
}
