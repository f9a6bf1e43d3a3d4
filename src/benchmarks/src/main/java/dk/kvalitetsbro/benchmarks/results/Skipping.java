package dk.kvalitetsbro.benchmarks.results;

/** How many of those who answer leave a theme out. */
enum Skipping {
    /** Hardly anybody; and whoever attacks reckons with that. */
    SELDOM(0.025, 0.15),
    /** Many, and here and there nearly everybody. Nobody can know how many. */
    OFTEN(0.4, 1);

    /** Beside these few, whatever part it is. */
    static final int FEW = 2;

    private final double chance;
    private final double mostPart;

    Skipping(double chance, double mostPart) {
        this.chance = chance;
        this.mostPart = mostPart;
    }

    /** How likely somebody leaves a theme out. */
    double chance() {
        return chance;
    }

    /** As known beforehand: no more than this part of those who answered, and a few. */
    double mostPart() {
        return mostPart;
    }
}
