package dk.kvalitetsbro.outbox;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.web.Bilingual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Jdbi;

/** The parked entries: what people have to look at, and what they can do about each. */
@ApplicationScoped
public class Worklist {
    /**
     * One parked entry.
     *
     * @param what      what it is about
     * @param since     when it was parked
     * @param reasonKey a key of the texts, with {@code detail} for {@code {0}}: what it means and what to do
     */
    public record Problem(long id, Bilingual what, OffsetDateTime since, String reasonKey, String detail) {}

    private record Row(
            long id,
            String kind,
            String key,
            String payload,
            int attempts,
            OffsetDateTime ended,
            String reasonKey,
            String reasonDetail) {
        Entry entry() {
            return new Entry(id, kind, key, payload, attempts);
        }
    }

    private final Jdbi jdbi;
    private final Iterable<Delivery> deliveries;
    private final AuditLog audit;
    private final Clock clock;
    private final Event<Outbox.Due> due;

    @Inject
    public Worklist(Jdbi jdbi, @Any Instance<Delivery> deliveries, AuditLog audit, Clock clock, Event<Outbox.Due> due) {
        this(jdbi, (Iterable<Delivery>) deliveries, audit, clock, due);
    }

    Worklist(Jdbi jdbi, Iterable<Delivery> deliveries, AuditLog audit, Clock clock, Event<Outbox.Due> due) {
        this.jdbi = jdbi;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
        this.due = due;
    }

    /** @return the entries that have been parked the longest, at most so many */
    public List<Problem> problems(int most) {
        List<Row> rows = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select id, kind, key, payload, attempts, ended, reason_key, reason_detail from outbox.entry
                         where state = 'PARKED' order by ended, id limit :most""")
                .bind("most", most)
                .mapTo(Row.class)
                .list());
        List<Problem> problems = new ArrayList<>();
        rows.stream()
                .collect(Collectors.groupingBy(Row::kind))
                .forEach((kind, alike) -> problems.addAll(described(kind, alike)));
        problems.sort(Comparator.comparing(Problem::since).thenComparing(Problem::id));
        return problems;
    }

    private List<Problem> described(String kind, List<Row> rows) {
        Map<Long, Bilingual> about = delivery(kind)
                .map(delivery -> delivery.describe(rows.stream().map(Row::entry).toList()))
                .orElse(Map.of());
        return rows.stream()
                .map(row -> new Problem(
                        row.id(),
                        about.getOrDefault(row.id(), new Bilingual(row.key(), row.key())),
                        row.ended(),
                        row.reasonKey(),
                        row.reasonDetail()))
                .toList();
    }

    private Optional<Delivery> delivery(String kind) {
        return StreamSupport.stream(deliveries.spliterator(), false)
                .filter(delivery -> delivery.kind().equals(kind))
                .findFirst();
    }

    /**
     * Lets a parked entry be delivered again, at once and as if it had never been tried.
     *
     * @return whether it was still parked
     */
    @Transactional
    public boolean retry(long id) {
        record Named(String kind, String key) {}
        Optional<Named> entry = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update outbox.entry
                           set state = 'WAITING', attempts = 0, next_attempt = :now, ended = null,
                               reason_key = null, reason_detail = null
                         where id = :id and state = 'PARKED' returning kind, key""")
                .bind("id", id)
                .bind("now", OffsetDateTime.now(clock))
                .mapTo(Named.class)
                .findOne());
        entry.ifPresent(named -> audit.add("outbox.retried", named.key(), named.kind()));
        due.fire(new Outbox.Due());
        return entry.isPresent();
    }

    /**
     * Gives a parked entry up, and tells whoever wanted it delivered. The audit log keeps who did so and why it was
     * parked; it may be added anew.
     *
     * @return whether it was still parked
     */
    @Transactional
    public boolean drop(long id) {
        Optional<Row> entry = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        delete from outbox.entry where id = :id and state = 'PARKED'
                        returning id, kind, key, payload, attempts, ended, reason_key, reason_detail""")
                .bind("id", id)
                .mapTo(Row.class)
                .findOne());
        entry.ifPresent(gone -> {
            delivery(gone.kind()).ifPresent(owner -> owner.dropped(gone.entry()));
            audit.add("outbox.dropped", gone.key(), gone.kind() + " " + gone.reasonKey() + " " + gone.reasonDetail());
        });
        return entry.isPresent();
    }
}
