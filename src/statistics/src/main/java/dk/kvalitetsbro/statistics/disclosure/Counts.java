package dk.kvalitetsbro.statistics.disclosure;

import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.Objects;

/**
 * Who stands behind one figure.
 *
 * @param answers  respondents with a usable index
 * @param families distinct families; read for parents only
 * @param raters   distinct contact pedagogues; read for them only
 * @param allAlike whether every respondent has the same index
 */
public record Counts(RespondentGroup group, long answers, long families, long raters, boolean allAlike) {
    public Counts {
        Objects.requireNonNull(group, "group");
        if (answers < 0 || families < 0 || raters < 0) {
            throw new IllegalArgumentException(
                    "negative count: " + answers + " answers, " + families + " families, " + raters + " raters");
        }
    }

    /** Both together, where nobody counts in both. */
    public Counts plus(Counts other, boolean alike) {
        return new Counts(group, answers + other.answers, families + other.families, raters + other.raters, alike);
    }
}
