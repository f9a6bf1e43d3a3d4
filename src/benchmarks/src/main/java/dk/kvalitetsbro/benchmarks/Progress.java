package dk.kvalitetsbro.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.util.Locale;

/** What a benchmark is doing, on standard error; the figures alone go to standard output. */
public final class Progress {
    private static final PrintStream ERR = new PrintStream(System.err, true, UTF_8);

    private Progress() {}

    public static void tell(String what) {
        ERR.println(what);
    }

    /** @return the seconds, so that they can be told and kept in one go */
    public static double told(String what, double seconds) {
        ERR.printf(Locale.ROOT, "  %s: %.2f s%n", what, seconds);
        return seconds;
    }
}
