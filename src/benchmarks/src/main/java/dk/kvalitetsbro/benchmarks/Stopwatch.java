package dk.kvalitetsbro.benchmarks;

/** Runs from the moment it is made. */
public final class Stopwatch {
    private static final double NANOS = 1e9;

    private final long begun = System.nanoTime();

    public double seconds() {
        return (System.nanoTime() - begun) / NANOS;
    }
}
