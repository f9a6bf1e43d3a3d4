package dk.kvalitetsbro.statistics;

import java.util.List;
import java.util.Optional;

/**
 * A mean over the centres of a municipality, as certain as answers in clusters allow. All answers count alike. The
 * standard error is that of as many unrelated answers times the square root of {@link DesignEffect}; degrees of freedom
 * are the centres less one, since it is they that vary.
 *
 * <p>The between-centre variance by linearisation was tried as well. With few or unequal centres it is too small: with two
 * centres of 60 and 80 among seven of 5 to 8 and an intraclass correlation of 0.3 its intervals caught the truth in 77 %
 * of simulated rounds, these in 94 %.
 *
 * @param centres  that have answers
 * @param answers  of all centres together
 * @param estimate the mean with its uncertainty; empty with fewer than two centres, and where neither centres nor people
 *                 of one centre differ enough to tell
 */
public record MunicipalMean(int centres, Summary answers, Optional<Estimate> estimate) {

    /** Empty when no centre has answers. */
    public static Optional<MunicipalMean> of(List<Summary> centres) {
        List<Summary> answered =
                centres.stream().filter(centre -> centre.n() > 0).toList();
        Summary whole = answered.stream().reduce(Summary.NONE, Summary::plus);
        return answered.isEmpty()
                ? Optional.empty()
                : Optional.of(new MunicipalMean(answered.size(), whole, estimate(answered, whole)));
    }

    private static Optional<Estimate> estimate(List<Summary> centres, Summary whole) {
        boolean oneAnswerEach = whole.n() == centres.size();
        return oneAnswerEach
                ? Estimate.ofMean(whole)
                : IntraclassCorrelation.of(centres).map(analysis -> clustered(centres, whole, analysis));
    }

    private static Estimate clustered(List<Summary> centres, Summary whole, IntraclassCorrelation analysis) {
        double variance = square(analysis.withinSd()) + square(analysis.betweenSd());
        double unrelated = Math.sqrt(variance / whole.n());
        double factor = DesignEffect.of(centres, analysis.displayed()).standardErrorFactor();
        return new Estimate(whole.mean(), unrelated * factor, centres.size() - 1);
    }

    private static double square(double value) {
        return value * value;
    }
}
