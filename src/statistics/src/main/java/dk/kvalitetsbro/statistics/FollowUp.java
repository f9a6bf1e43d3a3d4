package dk.kvalitetsbro.statistics;

import java.util.Optional;

/**
 * What has changed since a measure began, beside what changed without it: the difference of two changes between two
 * rounds. It describes a development and proves no effect. A centre that was chosen because it lay low rises without any
 * measure; {@link Shrinkage} tells how far.
 *
 * <p>The difference in differences: Angrist, J. D. and Pischke, J.-S. (2009), Mostly Harmless Econometrics, Princeton
 * University Press, section 5.2. All four means are of different people, so variances add and degrees of freedom are
 * Welch-Satterthwaite's, as in {@link Estimate#minus(Estimate)}. The interval covers the chance in who answered, not
 * the ordinary ups and downs of a centre.
 *
 * @param change     here, from the earlier round to the later
 * @param restChange of the centres or themes without the measure, between the same rounds and in the same unit
 */
public record FollowUp(Estimate change, Estimate restChange) {

    /** Empty when one of the four has no uncertainty to tell of: fewer than two answers, or all alike. */
    public static Optional<FollowUp> of(Summary before, Summary after, Summary restBefore, Summary restAfter) {
        return Estimate.ofDifference(after, before).flatMap(change -> Estimate.ofDifference(restAfter, restBefore)
                .map(restChange -> new FollowUp(change, restChange)));
    }

    /**
     * The same with the rest's centres counted as clusters. That the same centres are in both rounds is not made use of,
     * so the interval is rather too wide.
     */
    public static Optional<FollowUp> of(
            Summary before, Summary after, MunicipalMean restBefore, MunicipalMean restAfter) {
        return Estimate.ofDifference(after, before).flatMap(change -> restAfter
                .estimate()
                .flatMap(later -> restBefore.estimate().map(later::minus))
                .map(restChange -> new FollowUp(change, restChange)));
    }

    /** How much more, or less, it changed here than in the rest. */
    public Estimate difference() {
        return change.minus(restChange);
    }
}
