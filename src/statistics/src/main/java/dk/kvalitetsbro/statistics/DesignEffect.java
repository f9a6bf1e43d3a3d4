package dk.kvalitetsbro.statistics;

/**
 * What answers in clusters cost in precision: people of one centre resemble each other, so a municipal mean is less
 * certain than its number of answers suggests.
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

    /** What the variance of the mean is multiplied by. */
    public double varianceFactor() {
        return 1 + (meanClusterSize - 1) * intraclassCorrelation;
    }

    /** What the standard error of the mean is multiplied by. */
    public double standardErrorFactor() {
        return Math.sqrt(varianceFactor());
    }
}
