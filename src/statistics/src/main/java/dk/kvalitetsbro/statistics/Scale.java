package dk.kvalitetsbro.statistics;

/** An answering scale. A "don't know" is a missing answer and never the midpoint. */
public enum Scale {
    SMILEY_3(3),
    FIT_4(4),
    AGREE_5(5);

    private static final int MIN = 1;
    private final int max;

    Scale(int max) {
        this.max = max;
    }

    public int min() {
        return MIN;
    }

    public int max() {
        return max;
    }

    public boolean holds(int answer) {
        return answer >= MIN && answer <= max;
    }

    /**
     * Turns the answer to a negatively worded item around, so that the highest answer is always the best.
     *
     * @throws IllegalArgumentException if the answer is off the scale; a missing answer can't be reversed
     */
    public int reverse(int answer) {
        if (!holds(answer)) {
            throw new IllegalArgumentException(answer + " is off " + this);
        }
        return MIN + max - answer;
    }

    /**
     * Percent of maximum possible: 0 for the lowest mean on the scale, 100 for the highest.
     *
     * <p>Cohen, P., Cohen, J., Aiken, L. S. and West, S. G. (1999), The problem of units and the circumstance for POMP,
     * Multivariate Behavioral Research 34, 315-346.
     */
    public double pomp(double mean) {
        return 100 * (mean - MIN) / (max - MIN);
    }

    /** The same for a whole summary, so that its standard deviation too is in POMP. */
    public Summary pomp(Summary index) {
        double step = pompPerStep();
        return index.transformed(step, -MIN * step);
    }

    /** What one step on the scale is in POMP. */
    public double pompPerStep() {
        return 100.0 / (max - MIN);
    }
}
