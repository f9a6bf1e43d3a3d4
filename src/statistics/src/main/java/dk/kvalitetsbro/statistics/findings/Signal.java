package dk.kvalitetsbro.statistics.findings;

import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import java.util.Objects;
import java.util.Optional;

/**
 * A sign that holds in a cell, with everything that explains it.
 *
 * @param estimate   for LEVEL and ABOVE_LEVEL the mean; for the others the difference: this cell minus what it is
 *                   compared with
 * @param interval   two-sided, of the estimate
 * @param reference  what the cell is compared with, in the same unit: the threshold, or the mean of the rest, of last
 *                   round or of the other group
 * @param otherGroup the group on the other side of a GAP, empty for every other kind
 * @param p          one-sided for LEVEL and ABOVE_LEVEL, two-sided for the others
 * @param adjustedP  p after Holm's correction
 * @param familySize tests that were corrected together: this kind, this centre, this round
 */
public record Signal(
        SignalKind kind,
        Unit unit,
        double estimate,
        Interval interval,
        double reference,
        Optional<RespondentGroup> otherGroup,
        double p,
        double adjustedP,
        int familySize) {

    /** What the estimate, the interval and the reference are measured in. */
    public enum Unit {
        /** Percent of maximum possible, 0 to 100. */
        POMP,
        /** Points on the 500 scale. */
        POINTS
    }

    public Signal {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(interval, "interval");
        if (adjustedP < p || familySize < 1) {
            throw new IllegalArgumentException("p " + p + " becomes " + adjustedP + " in a family of " + familySize);
        }
    }
}
