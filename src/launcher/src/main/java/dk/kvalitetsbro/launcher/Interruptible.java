package dk.kvalitetsbro.launcher;

import java.util.concurrent.CountDownLatch;
import java.util.function.IntSupplier;

/** A program that Ctrl-C and SIGTERM interrupt, instead of ending it, so that it can stop everything in order. */
public final class Interruptible {
    private Interruptible() {}

    /**
     * Does the program's work and ends the program.
     *
     * @param work returns the exit code; its thread is interrupted by a signal
     */
    public static void run(IntSupplier work) {
        var stopped = new CountDownLatch(1);
        interruptOnSignal(Thread.currentThread(), stopped);
        int exitCode = 1;
        try {
            exitCode = work.getAsInt();
        } finally {
            stopped.countDown();
        }
        System.exit(exitCode);
    }

    /** Java ends when its shutdown hooks have: this one lets the main thread stop everything first. */
    private static void interruptOnSignal(Thread main, CountDownLatch stopped) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            main.interrupt();
            try {
                stopped.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
    }
}
