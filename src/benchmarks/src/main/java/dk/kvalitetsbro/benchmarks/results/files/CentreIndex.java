package dk.kvalitetsbro.benchmarks.results.files;

import dk.kvalitetsbro.statistics.Summary;

/**
 * One centre's index on one theme, in one group and round.
 *
 * @param summary on the item scale
 */
record CentreIndex(String centre, String theme, Summary summary) {
    private static final double SMALLEST_DIFFERENCE = 1e-9;

    /** @return whether both are of the same, and come to the same but for rounding */
    boolean equalsNearly(CentreIndex other) {
        return centre.equals(other.centre)
                && theme.equals(other.theme)
                && summary.n() == other.summary.n()
                && Math.abs(summary.mean() - other.summary.mean()) <= SMALLEST_DIFFERENCE
                && Math.abs(summary.variance() - other.summary.variance()) <= SMALLEST_DIFFERENCE;
    }
}
