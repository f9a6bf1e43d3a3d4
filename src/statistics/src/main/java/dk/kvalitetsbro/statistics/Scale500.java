package dk.kvalitetsbro.statistics;

/**
 * The reporting scale: 500 is the mean and 100 points the standard deviation of the same group on the same theme in the
 * baseline round. The baseline stays frozen, so that progress in later rounds is not standardised away. Each group has
 * its own 500, so groups are never compared on this scale.
 *
 * <p>A standard score with another origin and unit, as in OECD (2002), PISA 2000 Technical Report, whose 500 and 100 are
 * likewise those of the first round.
 *
 * @param baselineMean index on the item scale
 * @param baselineSd   between respondents, on the item scale, above 0
 */
public record Scale500(double baselineMean, double baselineSd) {
    public Scale500 {
        if (!Double.isFinite(baselineMean)) {
            throw new IllegalArgumentException("baseline mean " + baselineMean);
        }
        if (!(baselineSd > 0) || Double.isInfinite(baselineSd)) {
            throw new IllegalArgumentException("baseline sd " + baselineSd);
        }
    }

    public double points(double mean) {
        return 500 + 100 * (mean - baselineMean) / baselineSd;
    }

    /** The same for a whole summary, so that its standard deviation too is in points. */
    public Summary points(Summary index) {
        double step = 100 / baselineSd;
        return index.transformed(step, 500 - baselineMean * step);
    }
}
