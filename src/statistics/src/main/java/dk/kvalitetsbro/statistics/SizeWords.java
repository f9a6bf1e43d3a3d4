package dk.kvalitetsbro.statistics;

/**
 * Which word stands for a difference on the 500 scale. The cut points are a convention (Cohen's d times 100), and a
 * municipality may set its own. Cohen, J. (1988), Statistical Power Analysis for the Behavioral Sciences, 2nd edition,
 * Erlbaum, section 2.2.
 *
 * @param small  points from which a difference is small rather than not clear
 * @param medium points from which it is medium
 * @param large  points from which it is large
 */
public record SizeWords(double small, double medium, double large) {
    /** How large a difference is, in either direction. */
    public enum Size {
        NOT_CLEAR,
        SMALL,
        MEDIUM,
        LARGE
    }

    public SizeWords {
        if (!(0 < small && small < medium && medium < large)) {
            throw new IllegalArgumentException("cut points must rise: " + small + ", " + medium + ", " + large);
        }
    }

    public static SizeWords standard() {
        return new SizeWords(20, 50, 80);
    }

    public Size of(double points) {
        double size = Math.abs(points);
        if (size < small) {
            return Size.NOT_CLEAR;
        }
        if (size < medium) {
            return Size.SMALL;
        }
        return size < large ? Size.MEDIUM : Size.LARGE;
    }
}
