package dk.kvalitetsbro.statistics.disclosure;

import dk.kvalitetsbro.statistics.Summary;
import java.util.Objects;

/**
 * One group's answers on one theme, or on some of its items, at one centre.
 *
 * @param code   of the theme, or of the theme and those items
 * @param bundle the theme whose items it is made of. One figure of a bundle nearly tells the others, so they are shown
 *               together or not at all
 * @param share  how much of the theme's index its items are: 1 for the theme itself, 0.75 for three of four items
 * @param counts who is behind it
 * @param pomp   their indexes, in percent of maximum possible
 */
public record PublishedFigure(String code, String bundle, double share, Counts counts, Summary pomp) {
    private static final double ROUNDING = 1e-9;

    public PublishedFigure {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(bundle, "bundle");
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException("a share of " + share);
        }
        if (counts.answers() != pomp.n()) {
            throw new IllegalArgumentException(counts.answers() + " answers, and a mean of " + pomp.n());
        }
        if (pomp.mean() < -ROUNDING || pomp.mean() > 100 + ROUNDING) {
            throw new IllegalArgumentException("a mean of " + pomp.mean() + " percent");
        }
    }

    /** A theme that is told of only as a whole. */
    public static PublishedFigure alone(String code, Counts counts, Summary pomp) {
        return new PublishedFigure(code, code, 1, counts, pomp);
    }
}
