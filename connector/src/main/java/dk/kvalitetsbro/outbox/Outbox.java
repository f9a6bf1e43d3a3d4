package dk.kvalitetsbro.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Takes what another system must hear of. An entry is stored in the caller's own transaction: it exists if, and only if,
 * the change that caused it does. Delivery starts right after the commit and goes on until it succeeds or is parked.
 */
@ApplicationScoped
public class Outbox {
    /** Something was added, or let go again; once the transaction has committed it may be delivered. */
    record Due() {}

    /**
     * What to deliver.
     *
     * @param key     unique within the kind
     * @param payload what the deliverer needs, in its own form
     */
    public record Item(String key, String payload) {}

    /** An entry that people have to look at, and why. */
    public record Stuck(String key, Outcome.Parked why) {}

    /**
     * How much is on its way.
     *
     * @param waiting   entries still to be delivered, those being delivered right now included
     * @param putOff    of the waiting ones, those that could not be delivered yet
     * @param parked    entries that somebody has to look at
     * @param oldest    when the oldest waiting entry was added
     * @param trouble   what the newest attempt at a waiting entry met, in the deliverer's words
     */
    public record Queue(
            int waiting, int putOff, int parked, Optional<OffsetDateTime> oldest, Optional<String> trouble) {}

    private final Jdbi jdbi;
    private final Clock clock;
    private final Event<Due> due;

    @Inject
    public Outbox(Jdbi jdbi, Clock clock, Event<Due> due) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.due = due;
    }

    /**
     * Adds an entry; one with the same kind and key, whatever became of it, is left as it is.
     *
     * @throws jakarta.transaction.TransactionalException outside a transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String kind, String key, String payload) {
        addAll(kind, List.of(new Item(key, payload)));
    }

    /** As {@link #add}, for any number of entries at once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void addAll(String kind, List<Item> items) {
        if (items.isEmpty()) {
            return;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    """
                    insert into outbox.entry (kind, key, payload, added, next_attempt)
                    values (:kind, :key, :payload, :now, :now)
                    on conflict (kind, key) do nothing""");
            for (Item item : items) {
                batch.bind("kind", kind)
                        .bind("key", item.key())
                        .bind("payload", item.payload())
                        .bind("now", now)
                        .add();
            }
            batch.execute();
        });
        due.fire(new Due());
    }

    /**
     * Sets entries aside for people to look at, delivered ones too: what was delivered has been undone elsewhere.
     *
     * @throws jakarta.transaction.TransactionalException outside a transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void parkAll(String kind, List<Stuck> entries) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into outbox.entry
                               (kind, key, payload, state, added, next_attempt, ended, reason_key, reason_detail)
                        select :kind, key, '', 'PARKED', :now, :now, :now, reason, detail
                          from unnest(:keys, :reasons, :details) as stuck (key, reason, detail)
                            on conflict (kind, key) do update
                           set state = 'PARKED', ended = excluded.ended, lease = null,
                               reason_key = excluded.reason_key, reason_detail = excluded.reason_detail""")
                .bind("kind", kind)
                .bind("now", now)
                .bindArray(
                        "keys", String.class, entries.stream().map(Stuck::key).toList())
                .bindArray(
                        "reasons",
                        String.class,
                        entries.stream().map(each -> each.why().reasonKey()).toList())
                .bindArray(
                        "details",
                        String.class,
                        entries.stream().map(each -> each.why().detail()).toList())
                .execute());
    }

    /**
     * Takes entries off the worklist whose matter has been settled elsewhere; those that are not set aside are left alone.
     *
     * @throws jakarta.transaction.TransactionalException outside a transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settleAll(String kind, List<String> keys) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update outbox.entry
                           set state = 'DELIVERED', ended = :now, reason_key = null, reason_detail = null
                         where kind = :kind and key = any (:keys) and state = 'PARKED'""")
                .bind("kind", kind)
                .bind("now", OffsetDateTime.now(clock))
                .bindArray("keys", String.class, keys)
                .execute());
    }

    public Queue queue() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select count(*) filter (where state = 'WAITING') as waiting,
                               count(*) filter (where state = 'WAITING' and reason_detail is not null) as put_off,
                               count(*) filter (where state = 'PARKED') as parked,
                               min(added) filter (where state = 'WAITING') as oldest,
                               (array_agg(reason_detail order by next_attempt desc)
                                   filter (where state = 'WAITING' and reason_detail is not null))[1] as trouble
                          from outbox.entry where state in ('WAITING', 'PARKED')""")
                .mapTo(Queue.class)
                .one());
    }
}
