package dk.kvalitetsbro.statistics;

import java.util.List;

/**
 * What answers in clusters cost in precision: people of one centre resemble each other, so a municipal mean is less
 * certain than its number of answers suggests.
 *
 * <p>Kish, L. (1965), Survey Sampling, Wiley. For unequal centres: Gabler, S., Häder, S. and Lahiri, P.
 * (1999), A model based justification of Kish's formula for design effects for weighting and clustering, Survey
 * Methodology 25, 105-106.
 *
 * @param meanClusterSize     answers per centre
 * @param intraclassCorrelation as shown, 0 to 1
 */
public record DesignEffect(double meanClusterSize, double intraclassCorrelation) {
    public DesignEffect {
        if (!(meanClusterSize >= 1)) {
            throw new IllegalArgumentException("mean cluster size " + meanClusterSize);
        }
        if (!(intraclassCorrelation >= 0 && intraclassCorrelation <= 1)) {
            throw new IllegalArgumentException("intraclass correlation " + intraclassCorrelation);
        }
    }

    /**
     * The effect with these centres.
     *
     * @param centres              at least one with answers
     * @param intraclassCorrelation as shown, 0 to 1
     */
    public static DesignEffect of(List<Summary> centres, double intraclassCorrelation) {
        return new DesignEffect(clusterSize(centres), intraclassCorrelation);
    }

    /**
     * The size that matters: that of the centre which the average person is in, sum of n^2 / N, which is more than the mean
     * size when sizes differ.
     *
     * @param centres at least one with answers
     */
    public static double clusterSize(List<Summary> centres) {
        double answers = centres.stream().mapToDouble(Summary::n).sum();
        double squares = centres.stream()
                .mapToDouble(centre -> (double) centre.n() * centre.n())
                .sum();
        return squares / answers;
    }

    /** What the variance of the mean is multiplied by. */
    public double varianceFactor() {
        return 1 + (meanClusterSize - 1) * intraclassCorrelation;
    }

    /** What the standard error of the mean is multiplied by. */
    public double standardErrorFactor() {
        return Math.sqrt(varianceFactor());
    }
}
