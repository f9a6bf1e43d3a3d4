package dk.kvalitetsbro.benchmarks.results;

/**
 * What a reader knows of a sum of deviations from a centre, and of the sum of their squares, from a rounded mean and
 * spread. The scale is from 0 to 1.
 */
record Sums(double lowSum, double highSum, double lowSquares, double highSquares) {
    private static final double SCALE = 100;

    static Sums of(long n, Told.Moments moments, double rounding, double centre) {
        double mean = (moments.mean() - centre) / SCALE;
        double sd = moments.sd() / SCALE;
        double error = rounding / SCALE;
        double low = mean - error;
        double high = mean + error;
        double leastSquare = low > 0 ? low * low : high < 0 ? high * high : 0;
        double mostSquare = Math.max(low * low, high * high);
        double leastSd = Math.max(0, sd - error);
        return new Sums(
                n * low,
                n * high,
                (n - 1) * leastSd * leastSd + n * leastSquare,
                (n - 1) * (sd + error) * (sd + error) + n * mostSquare);
    }

    Sums minus(Sums part) {
        return new Sums(
                lowSum - part.highSum,
                highSum - part.lowSum,
                lowSquares - part.highSquares,
                highSquares - part.lowSquares);
    }
}
