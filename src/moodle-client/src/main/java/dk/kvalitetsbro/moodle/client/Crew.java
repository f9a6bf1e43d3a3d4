package dk.kvalitetsbro.moodle.client;

import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The caller's thread and some helpers, taking pieces of work until none is left. No more pieces are under way than the
 * site can take calls, and the caller alone would finish too. Interrupting the caller cancels what is under way.
 */
final class Crew {
    private final ExecutorService helpers;
    private final CallLimit limit;

    Crew(ExecutorService helpers, CallLimit limit) {
        this.helpers = helpers;
        this.limit = limit;
    }

    /** Threads that never keep a program from ending. */
    static ExecutorService threads() {
        ThreadFactory daemons = work -> {
            var thread = Executors.defaultThreadFactory().newThread(work);
            thread.setDaemon(true);
            thread.setName("moodle-client");
            return thread;
        };
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 10, TimeUnit.SECONDS, new SynchronousQueue<>(), daemons);
    }

    /** How many pieces are done at a time at present. */
    int size() {
        return limit.size();
    }

    /**
     * Works until there is no next piece and none under way that could bring more. The first piece to fail stops the
     * others before their next piece, and its exception is thrown here.
     *
     * @param next called by one thread at a time
     */
    void workOff(Supplier<Optional<Runnable>> next) {
        new Shift(next).work();
    }

    private final class Shift {
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private final Supplier<Optional<Runnable>> next;
        private int underWay;
        private Optional<RuntimeException> trouble = Optional.empty();

        Shift(Supplier<Optional<Runnable>> next) {
            this.next = next;
        }

        void work() {
            var others = new ArrayList<Future<?>>();
            for (int i = 1; i < limit.most(); i++) {
                others.add(helpers.submit(this::takeTurns));
            }
            takeTurns();
            awaitAll(others);
            trouble.ifPresent(e -> {
                throw e;
            });
        }

        /** An interrupt, be it before or now, cancels what the helpers are at. */
        private static void awaitAll(List<Future<?>> helpers) {
            try {
                for (var helper : helpers) {
                    helper.get();
                }
            } catch (InterruptedException e) {
                helpers.forEach(helper -> helper.cancel(true));
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw new IllegalStateException("A helper broke down", e);
            }
        }

        private void takeTurns() {
            try {
                for (var piece = take(); piece.isPresent(); piece = take()) {
                    run(piece.get());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                stop(new Unavailable("The work was interrupted", null, e));
            }
        }

        private Optional<Runnable> take() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                while (trouble.isEmpty()) {
                    if (underWay < limit.size()) {
                        var piece = next.get();
                        if (piece.isPresent()) {
                            underWay++;
                            return piece;
                        }
                        if (underWay == 0) {
                            break;
                        }
                    }
                    changed.await();
                }
                return Optional.empty();
            } finally {
                lock.unlock();
            }
        }

        private void run(Runnable piece) {
            try {
                piece.run();
            } catch (RuntimeException e) {
                stop(e);
            } finally {
                change(() -> underWay--);
            }
        }

        private void stop(RuntimeException e) {
            change(() -> trouble = trouble.or(() -> Optional.of(e)));
        }

        private void change(Runnable change) {
            lock.lock();
            try {
                change.run();
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }
}
