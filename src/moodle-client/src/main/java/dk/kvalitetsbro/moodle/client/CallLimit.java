package dk.kvalitetsbro.moodle.client;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many calls may be under way at a time. It starts at two, goes up by one as long as that makes the site do at least
 * a tenth more, and is halved by trouble: a site with two cores is kept at two, and its other workers stay free for
 * people.
 */
final class CallLimit {
    private static final int AT_FIRST = 2;
    private static final int CALLS_PER_WINDOW = 4;
    private static final double WORTH_IT = 1.1;
    private static final int WINDOWS_BEFORE_TRYING_AGAIN = 16;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();
    private final int most;
    private final MoodleEvents events;
    private int limit;
    private int underWay;

    private boolean probing;
    private int windowsToWait;
    private double settledRate;
    private long windowBegan;
    private double windowWork;
    private int windowCalls;

    CallLimit(int most, MoodleEvents events) {
        this.most = most;
        this.events = events;
        this.limit = Math.min(AT_FIRST, most);
    }

    /** How many calls are worth preparing. */
    int size() {
        lock.lock();
        try {
            return limit;
        } finally {
            lock.unlock();
        }
    }

    int most() {
        return most;
    }

    /** Waits for a place; says whether there was one in time. */
    boolean enter(Duration patience) throws InterruptedException {
        long nanos = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (underWay >= limit) {
                if (nanos <= 0) {
                    return false;
                }
                nanos = left.awaitNanos(nanos);
            }
            underWay++;
            if (underWay < limit) {
                forgetWindow(); // what the site can do shows only while every place is taken
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** A call was answered. Its work is in rows or the like, of any unit that makes large and small calls comparable. */
    void succeeded(double work, long nanoTime) {
        leave(() -> count(work, nanoTime));
    }

    /** A call was answered with an error, which says nothing of the site's strength: a trial that it disturbs ends. */
    void answered() {
        leave(() -> {
            forgetWindow();
            if (probing) {
                stopProbing(WINDOWS_BEFORE_TRYING_AGAIN / 4);
                set(limit - 1);
            }
        });
    }

    void failed() {
        leave(() -> {
            stopProbing(WINDOWS_BEFORE_TRYING_AGAIN / 4);
            forgetWindow();
            set(Math.max(1, limit / 2));
        });
    }

    private void leave(Runnable after) {
        lock.lock();
        try {
            underWay--;
            after.run();
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void count(double work, long nanoTime) {
        if (windowCalls == 0) {
            windowBegan = nanoTime;
        } else {
            windowWork += work;
        }
        windowCalls++;
        if (windowCalls > CALLS_PER_WINDOW * limit) {
            judge(windowWork / Math.max(1, nanoTime - windowBegan));
            forgetWindow();
        }
    }

    private void judge(double rate) {
        if (probing && rate < settledRate * WORTH_IT) {
            stopProbing(WINDOWS_BEFORE_TRYING_AGAIN);
            set(limit - 1);
            return;
        }
        settledRate = rate;
        probing = windowsToWait-- <= 0 && limit < most;
        if (probing) {
            set(limit + 1);
        }
    }

    private void stopProbing(int windows) {
        probing = false;
        windowsToWait = windows;
    }

    private void set(int size) {
        if (size != limit) {
            limit = size;
            events.parallelCalls(size);
        }
    }

    private void forgetWindow() {
        windowCalls = 0;
        windowWork = 0;
    }
}
