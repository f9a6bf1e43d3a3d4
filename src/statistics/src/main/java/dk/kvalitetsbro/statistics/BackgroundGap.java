package dk.kvalitetsbro.statistics;

import java.util.Objects;
import java.util.Optional;

/**
 * How far apart children of two backgrounds experience a theme, in a whole municipality; never of a centre. The
 * difference is {@link Estimate}'s, Welch's test in POMP: on the 500 scale, where each group has its own 500, gaps would
 * vanish. The categories come as aggregates, so it can't be seen which children share a centre, and the interval takes
 * them as unrelated.
 *
 * @param one        the category that is subtracted from
 * @param other      the category that is subtracted
 * @param difference mean of one minus mean of other, in POMP
 */
public record BackgroundGap(Category one, Category other, Estimate difference) {
    /**
     * One category of background.
     *
     * @param code such as the parents' level of education
     * @param pomp its answers, in percent of maximum possible
     */
    public record Category(String code, Summary pomp) {
        private static final double ROUNDING = 1e-9;

        public Category {
            Objects.requireNonNull(pomp, "pomp");
            if (code.isBlank()) {
                throw new IllegalArgumentException("a category without a code");
            }
            if (pomp.mean() < -ROUNDING || pomp.mean() > 100 + ROUNDING) {
                throw new IllegalArgumentException("mean " + pomp.mean() + " of " + code + " is not POMP");
            }
        }
    }

    public BackgroundGap {
        if (one.code().equals(other.code())) {
            throw new IllegalArgumentException("no gap between " + one.code() + " and itself");
        }
    }

    /** Empty when a category has fewer than two answers, or all its answers are alike. */
    public static Optional<BackgroundGap> between(Category one, Category other) {
        return Estimate.ofDifference(one.pomp(), other.pomp())
                .map(difference -> new BackgroundGap(one, other, difference));
    }

    /**
     * How the difference has moved since an earlier round: below 0 when it has become smaller. Where one category lay above
     * the other, that means a narrower gap.
     *
     * @throws IllegalArgumentException if the earlier gap is between other categories
     */
    public Estimate changeSince(BackgroundGap earlier) {
        if (!one.code().equals(earlier.one.code()) || !other.code().equals(earlier.other.code())) {
            throw new IllegalArgumentException("the gap of other categories: " + earlier);
        }
        return difference.minus(earlier.difference);
    }
}
