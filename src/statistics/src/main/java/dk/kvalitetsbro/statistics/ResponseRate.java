package dk.kvalitetsbro.statistics;

import java.util.OptionalDouble;

/**
 * How many of those who could answer did. Results are not weighted by it: those who did not answer may differ, and the
 * page says so.
 *
 * <p>Usable answers over eligible, all whose eligibility is known: response rate 1 of AAPOR (2016), Standard Definitions,
 * 9th edition.
 *
 * @param valid    respondents with a usable index; families, where parents answer
 * @param eligible those who were invited; families, where parents answer
 */
public record ResponseRate(long valid, long eligible) {
    public ResponseRate {
        if (valid < 0 || eligible < 0) {
            throw new IllegalArgumentException("negative count: " + valid + " of " + eligible);
        }
    }

    /**
     * A group's rate. Parents are counted as families: with two parents answering for most children, half of the
     * families would otherwise pass for all of them.
     *
     * @param families distinct families behind the answers; read for parents only
     */
    public static ResponseRate of(RespondentGroup group, long answers, long families, long eligible) {
        return new ResponseRate(group == RespondentGroup.PARENT ? families : answers, eligible);
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
