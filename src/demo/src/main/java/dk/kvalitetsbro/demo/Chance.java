package dk.kvalitetsbro.demo;

import java.util.SplittableRandom;

/**
 * Draws that come out the same on every machine.
 *
 * <p>A chance is named after what it decides, so that one file can be written without writing the others first. Only
 * {@link SplittableRandom#nextLong()} is used of the JDK, whose algorithm is fixed; what is derived from it is fixed
 * here.
 */
final class Chance {
    private final SplittableRandom source;

    private Chance(long seed) {
        source = new SplittableRandom(seed);
    }

    /** The chance that decides what these words name, for example {@code of("opinion", "2019", "D0001")}. */
    static Chance of(String... words) {
        var hash = 0xcbf29ce484222325L; // FNV-1a
        for (var word : words) {
            for (var i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ '/') * 0x100000001b3L;
        }
        return new Chance(hash);
    }

    /** From 0 to 1, both excluded. */
    double fraction() {
        return ((source.nextLong() >>> 12) + 0.5) * 0x1.0p-52;
    }

    boolean yes(double probability) {
        return fraction() < probability;
    }

    int below(int bound) {
        return (int) (fraction() * bound);
    }

    /** Normally distributed, mean 0, standard deviation 1. */
    double normal() {
        return StrictMath.sqrt(-2 * StrictMath.log(fraction())) * StrictMath.cos(2 * Math.PI * fraction());
    }

    /** Logistically distributed, mean 0, scale 1. */
    double logistic() {
        var share = fraction();
        return StrictMath.log(share / (1 - share));
    }
}
