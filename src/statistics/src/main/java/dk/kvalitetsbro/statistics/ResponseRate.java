package dk.kvalitetsbro.statistics;

import java.util.OptionalDouble;

/**
 * How many of those who could answer did. Results are not weighted by it: those who did not answer may differ, and the
 * page says so.
 *
 * @param valid    respondents with a usable index
 * @param eligible those who were invited
 */
public record ResponseRate(long valid, long eligible) {
    public ResponseRate {
        if (valid < 0 || eligible < 0) {
            throw new IllegalArgumentException("negative count: " + valid + " of " + eligible);
        }
    }

    /**
     * Between 0 and 1, or above 1 when more answered than were listed (two contact pedagogues of one child, say); empty
     * when nobody was listed.
     */
    public OptionalDouble rate() {
        return eligible == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) valid / eligible);
    }

    /** False also when nobody was listed: an unknown rate is no assurance. */
    public boolean isAtLeast(double limit) {
        return rate().orElse(0) >= limit;
    }
}
