package dk.kvalitetsbro.statistics.findings;

import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.Scale500;
import dk.kvalitetsbro.statistics.Summary;
import java.util.Optional;

/**
 * How the same group of the same place answered in the last round, beside this one, on the items that both asked. Given
 * only if both may be shown.
 *
 * @param answersNow  to those items in this round
 * @param answersThen to those items in the last round
 * @param reference   mean of the last round, in points
 * @param change      this round minus the last, in points; empty when the answers say nothing about uncertainty
 * @param gained      whether the last round gave the group a reason to be glad: a strength, or progress
 */
public record LastRound(
        long answersNow, long answersThen, double reference, Optional<Estimate> change, boolean gained) {

    /**
     * Two independent samples.
     *
     * @param now    index of the items in this round
     * @param then   index of the items in the last round
     * @param points frozen mean and spread of the group on those items
     */
    public static LastRound of(Summary now, Summary then, Scale500 points, boolean gained) {
        Summary reference = points.points(then);
        return new LastRound(
                now.n(), then.n(), reference.mean(), Estimate.ofDifference(points.points(now), reference), gained);
    }

    long fewestAnswers() {
        return Math.min(answersNow, answersThen);
    }
}
