package dk.kvalitetsbro.launcher;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells what is being done, a line for each step, and of a long step every now and then that it still goes on. */
final class Steps implements Consumer<String>, AutoCloseable {
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(10);

    private final PrintStream out;
    private final Clock clock;
    private final ScheduledExecutorService signs = Executors.newSingleThreadScheduledExecutor(Steps::inBackground);
    private Instant begun;

    Steps(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
        this.begun = clock.instant();
    }

    /** Tells the steps, and of the long ones every ten seconds, until it is closed. */
    static Steps told(PrintStream out) {
        var steps = new Steps(out, Clock.systemUTC());
        steps.signs.scheduleAtFixedRate(
                steps::tellTime, BETWEEN_SIGNS.toSeconds(), BETWEEN_SIGNS.toSeconds(), TimeUnit.SECONDS);
        return steps;
    }

    private static Thread inBackground(Runnable work) {
        var thread = new Thread(work, "steps");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public synchronized void accept(String step) {
        begun = clock.instant();
        out.println("  " + step);
    }

    /** Says how long the step has taken so far, if that is long enough to wonder. */
    synchronized void tellTime() {
        var soFar = Duration.between(begun, clock.instant());
        if (soFar.compareTo(BETWEEN_SIGNS) >= 0) {
            out.println("    still at it after " + soFar.toSeconds() + " s");
        }
    }

    @Override
    public void close() {
        signs.shutdownNow();
    }
}
