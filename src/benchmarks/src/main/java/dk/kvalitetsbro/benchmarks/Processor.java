package dk.kvalitetsbro.benchmarks;

/** A fixed piece of arithmetic on one thread: how long it takes tells how fast and how busy the machine is just now. */
public final class Processor {
    private static final int STEPS = 400_000_000;

    private Processor() {}

    public static double seconds() {
        var stopwatch = new Stopwatch();
        long state = 88_172_645_463_325_252L;
        for (int step = 0; step < STEPS; step++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        if (state == 0) {
            throw new IllegalStateException("this generator never comes to zero");
        }
        return stopwatch.seconds();
    }
}
