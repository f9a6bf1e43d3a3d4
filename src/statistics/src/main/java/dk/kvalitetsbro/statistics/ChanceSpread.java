package dk.kvalitetsbro.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How far apart centres lie when they are in truth identical.
 *
 * <p>Tippett, L. H. C. (1925), On the extreme individuals and the range of samples taken from a normal population,
 * Biometrika 17, 364-387.
 *
 * @param sd between people of one centre
 * @param n  answers per centre
 */
public record ChanceSpread(double sd, long n) {
    private static final double REACH = 9;
    private static final int STEPS = 1800;

    public ChanceSpread {
        if (!(sd >= 0) || n < 1) {
            throw new IllegalArgumentException("sd " + sd + ", n " + n);
        }
    }

    /** Standard deviation of the centres' means. */
    public double sdOfMeans() {
        return sd / Math.sqrt((double) n);
    }

    /**
     * Expected distance from the lowest to the highest mean: why a league table shows mostly noise. Tippett's integral of 1 -
     * P^k - (1 - P)^k over the normal distribution P, summed in steps of a hundredth.
     *
     * @param centres k, how many there are
     */
    public double expectedRange(int centres) {
        NormalDistribution normal = NormalDistribution.of(0, 1);
        double step = 2 * REACH / STEPS;
        double range = 0;
        for (int i = 0; i <= STEPS; i++) {
            double below = normal.cumulativeProbability(-REACH + i * step);
            range += step * (1 - Math.pow(below, centres) - Math.pow(1 - below, centres));
        }
        return sdOfMeans() * range;
    }
}
