package dk.kvalitetsbro.launcher;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started, in order. Closing stops the last one first, and every one even if another won't stop. */
final class Parts implements AutoCloseable {
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    <T extends AutoCloseable> T add(T part) {
        started.push(part);
        return part;
    }

    @Override
    public void close() {
        var trouble = new IllegalStateException("Not everything could be stopped");
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                trouble.addSuppressed(e);
            }
        }
        if (trouble.getSuppressed().length > 0) {
            throw trouble;
        }
    }
}
