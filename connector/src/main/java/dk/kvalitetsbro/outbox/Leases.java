package dk.kvalitetsbro.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Shares the waiting entries between nodes: an entry is leased for a while to whoever delivers it, and comes back by
 * itself when the lease ends without a word, as after a node's death.
 */
@ApplicationScoped
class Leases {
    /** Longer than a batch takes; delivering twice is harmless, and a dead node's work should not wait for long. */
    static final Duration LENGTH = Duration.ofMinutes(1);

    /** Entries leased together, the oldest first. */
    record Lease(UUID id, OffsetDateTime end, List<Entry> entries) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private final Backoff backoff;

    @Inject
    Leases(Jdbi jdbi, Clock clock, Backoff backoff) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.backoff = backoff;
    }

    /** Leases at most so many entries that are due; those that another node takes at this moment are passed over. */
    public Lease take(String kind, int most) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = OffsetDateTime.now(clock);
        OffsetDateTime end = now.plus(LENGTH);
        List<Entry> entries = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        with due as materialized (
                            select id from outbox.entry
                             where kind = :kind and state = 'WAITING' and next_attempt <= :now
                             order by next_attempt, id limit :most
                               for update skip locked)
                        update outbox.entry e
                           set lease = :lease, next_attempt = :end, attempts = attempts + 1
                          from due where e.id = due.id
                        returning e.id, e.kind, e.key, e.payload, e.attempts - 1 as attempts""")
                .bind("kind", kind)
                .bind("now", now)
                .bind("most", most)
                .bind("lease", id)
                .bind("end", end)
                .mapTo(Entry.class)
                .list());
        entries.sort(Comparator.comparingLong(Entry::id));
        return new Lease(id, end, entries);
    }

    /** Keeps what became of leased entries. Delivered is delivered, even if the lease has ended meanwhile. */
    public void settle(Lease lease, Map<Entry, Outcome> outcomes) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbi.useHandle(handle -> {
            PreparedBatch delivered = delivered(handle);
            PreparedBatch putOff = putOff(handle);
            PreparedBatch parked = parked(handle);
            outcomes.forEach((entry, outcome) -> {
                if (outcome instanceof Outcome.Delivered) {
                    delivered.bind("id", entry.id()).bind("now", now).add();
                } else if (outcome instanceof Outcome.TryLater later) {
                    putOff.bind("id", entry.id())
                            .bind("lease", lease.id())
                            .bind("next", now.plus(backoff.after(entry.attempts() + 1)))
                            .bind("trouble", later.reason())
                            .add();
                } else if (outcome instanceof Outcome.Parked stuck) {
                    parked.bind("id", entry.id())
                            .bind("lease", lease.id())
                            .bind("now", now)
                            .bind("reason", stuck.reasonKey())
                            .bind("detail", stuck.detail())
                            .add();
                }
            });
            execute(delivered, putOff, parked);
        });
    }

    private static PreparedBatch delivered(Handle handle) {
        return handle.prepareBatch(
                """
                update outbox.entry
                   set state = 'DELIVERED', ended = :now, lease = null, reason_key = null, reason_detail = null
                 where id = :id""");
    }

    private static PreparedBatch putOff(Handle handle) {
        return handle.prepareBatch(
                """
                update outbox.entry set next_attempt = :next, lease = null, reason_detail = :trouble
                 where id = :id and lease = :lease""");
    }

    private static PreparedBatch parked(Handle handle) {
        return handle.prepareBatch(
                """
                update outbox.entry
                   set state = 'PARKED', ended = :now, lease = null, reason_key = :reason, reason_detail = :detail
                 where id = :id and lease = :lease""");
    }

    private static void execute(PreparedBatch... batches) {
        for (PreparedBatch batch : batches) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
    }
}
