package dk.kvalitetsbro.competence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Asks for completions, on one node at a time. No transaction is open while the platform is asked. */
@ApplicationScoped
class CompletionPoll {
    /** The advisory lock's number; PostgreSQL gives it free when the node that holds it dies. */
    static final long LOCK = 7_361_002;

    private final Jdbi jdbi;
    private final CompletionSource source;
    private final Competence competence;

    @Inject
    CompletionPoll(Jdbi jdbi, CompletionSource source, Competence competence) {
        this.jdbi = jdbi;
        this.source = source;
        this.competence = competence;
    }

    /**
     * One round, or nothing when another node is at it. The lock has a connection of its own, so that what is heard is
     * kept on another one, in a transaction.
     */
    public void round() {
        try (Handle lock = jdbi.open()) {
            if (ask(lock, "select pg_try_advisory_lock(?)")) {
                try {
                    poll();
                } finally {
                    ask(lock, "select pg_advisory_unlock(?)");
                }
            }
        }
    }

    private void poll() {
        var taken = competence.beingTaken();
        if (!taken.isEmpty()) {
            var news = source.of(taken);
            competence.heard(news.completed());
            competence.lost(news.lost());
        }
    }

    private static boolean ask(Handle handle, String lock) {
        return handle.select(lock, LOCK).mapTo(Boolean.class).one();
    }
}
