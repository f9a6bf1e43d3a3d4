package dk.kvalitetsbro.statistics;

/**
 * Draws a centre's mean towards the municipality's, the more the fewer answers it rests on. For ordering only, never
 * shown as a result. It is also what to expect next round when nothing is done, so a return towards the mean is never
 * credited to a course.
 *
 * <p>lambda = tau^2 / (tau^2 + sigma^2 / n): Efron, B. and Morris, C. (1975), Data analysis using Stein's estimator and its
 * generalizations, Journal of the American Statistical Association 70, 311-319.
 *
 * @param betweenSd tau, between the true means of centres
 * @param withinSd  sigma, between people of one centre, above 0
 * @param grandMean the municipality's mean, in the same unit
 */
public record Shrinkage(double betweenSd, double withinSd, double grandMean) {
    public Shrinkage {
        if (!(betweenSd >= 0) || !(withinSd > 0) || !Double.isFinite(grandMean)) {
            throw new IllegalArgumentException("tau " + betweenSd + ", sigma " + withinSd + ", mean " + grandMean);
        }
    }

    /** Lambda: the weight of a centre's own mean, from 0 (nothing but chance) to 1. */
    public double weight(long n) {
        double between = betweenSd * betweenSd;
        return n == 0 ? 0 : between / (between + withinSd * withinSd / n);
    }

    public double estimate(double observedMean, long n) {
        return grandMean + weight(n) * (observedMean - grandMean);
    }
}
