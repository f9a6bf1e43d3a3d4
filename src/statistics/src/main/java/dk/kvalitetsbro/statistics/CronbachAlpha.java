package dk.kvalitetsbro.statistics;

import java.util.OptionalDouble;

/**
 * Cronbach's alpha of a theme's items, collected respondent by respondent from complete answers only. Answers are whole
 * numbers, so the sums are exact. Not safe for use by several threads: give each its own and {@link #merge} them.
 *
 * <p>k / (k - 1) (1 - sum of the items' variances / variance of their sum): Cronbach, L. J. (1951), Coefficient alpha and
 * the internal structure of tests, Psychometrika 16, 297-334.
 */
public final class CronbachAlpha {
    private final long[] sums;
    private final long[] squares;
    private long totals;
    private long totalSquares;
    private long respondents;

    /**
     * Starts without respondents.
     *
     * @param items number of items in the theme
     */
    public CronbachAlpha(int items) {
        sums = new long[items];
        squares = new long[items];
    }

    /**
     * Counts a respondent in, unless an answer is missing (0).
     *
     * @param answers the respondent's answers to the whole questionnaire, already reversed
     * @param items   where in {@code answers} the theme's items stand
     */
    public void add(short[] answers, int[] items) {
        if (items.length != sums.length) {
            throw new IllegalArgumentException(items.length + " items where " + sums.length + " are collected");
        }
        int total = 0;
        for (int item : items) {
            if (answers[item] == 0) {
                return;
            }
            total += answers[item];
        }
        for (int i = 0; i < items.length; i++) {
            long answer = answers[items[i]];
            sums[i] += answer;
            squares[i] += answer * answer;
        }
        totals += total;
        totalSquares += (long) total * total;
        respondents++;
    }

    /** Takes over everything that {@code other} has collected about the same items. */
    public void merge(CronbachAlpha other) {
        if (other.sums.length != sums.length) {
            throw new IllegalArgumentException(other.sums.length + " items where " + sums.length + " are collected");
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
            squares[i] += other.squares[i];
        }
        totals += other.totals;
        totalSquares += other.totalSquares;
        respondents += other.respondents;
    }

    /** Empty with fewer than two items or respondents, and when all respondents have the same total. */
    public OptionalDouble alpha() {
        int items = sums.length;
        long totalSpread = spread(totals, totalSquares);
        if (items < 2 || totalSpread == 0) {
            return OptionalDouble.empty();
        }
        long itemSpread = 0;
        for (int i = 0; i < items; i++) {
            itemSpread += spread(sums[i], squares[i]);
        }
        return OptionalDouble.of(items / (items - 1.0) * (1 - (double) itemSpread / totalSpread));
    }

    /** The variance times n(n - 1): as whole numbers, since only ratios of variances are needed. */
    private long spread(long sum, long sumOfSquares) {
        return respondents * sumOfSquares - sum * sum;
    }
}
