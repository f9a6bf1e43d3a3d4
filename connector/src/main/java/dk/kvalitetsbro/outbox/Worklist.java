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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jdbi.v3.core.Jdbi;

/** The parked entries: what people have to look at, and what they can do about each. */
@ApplicationScoped
public class Worklist {
    /** Problems of a group that are shown; the rest come up when these are dealt with, or are tried again with them. */
    static final int SHOWN = 50;

    private static final String PARKED =
            """
            select id, kind, key, payload, attempts, ended, reason_key, reason_detail from outbox.entry
             where state = 'PARKED'""";

    /**
     * One parked entry.
     *
     * @param about     what it is about
     * @param since     when it was parked
     * @param reasonKey a key of the texts, with {@code detail} for {@code {0}}: what it means and what to do
     */
    public record Problem(long id, About about, OffsetDateTime since, String reasonKey, String detail) {
        private Cause cause() {
            return new Cause(reasonKey, about.topic());
        }
    }

    /** What problems have in common: somebody who removes it can try them all again. */
    private record Cause(String reasonKey, Bilingual topic) {}

    /** Problems with one cause and one topic, those parked the longest first; never empty. */
    public record Group(List<Problem> problems) {
        public Group {
            problems = List.copyOf(problems);
        }

        public Problem oldest() {
            return problems.get(0);
        }

        /** @return the oldest, as many as one page takes */
        public List<Problem> shown() {
            return problems.subList(0, Math.min(problems.size(), SHOWN));
        }

        public int more() {
            return problems.size() - shown().size();
        }
    }

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

    /** @return every parked entry, with those that have the same cause; the group with the oldest comes first */
    public List<Group> groups() {
        Map<Cause, List<Problem>> causes = new LinkedHashMap<>();
        problems().forEach(problem -> causes.computeIfAbsent(problem.cause(), none -> new ArrayList<>())
                .add(problem));
        return causes.values().stream().map(Group::new).toList();
    }

    private List<Problem> problems() {
        return described(jdbi.withHandle(
                handle -> handle.createQuery(PARKED).mapTo(Row.class).list()));
    }

    private List<Problem> described(List<Row> rows) {
        List<Problem> problems = new ArrayList<>();
        rows.stream()
                .collect(Collectors.groupingBy(Row::kind))
                .forEach((kind, alike) -> problems.addAll(described(kind, alike)));
        problems.sort(Comparator.comparing(Problem::since).thenComparing(Problem::id));
        return problems;
    }

    private List<Problem> described(String kind, List<Row> rows) {
        Map<Long, About> about = delivery(kind)
                .map(delivery -> delivery.describe(rows.stream().map(Row::entry).toList()))
                .orElse(Map.of());
        return rows.stream()
                .map(row -> new Problem(
                        row.id(),
                        about.getOrDefault(row.id(), unknown(row)),
                        row.ended(),
                        row.reasonKey(),
                        row.reasonDetail()))
                .toList();
    }

    private static About unknown(Row row) {
        Bilingual key = new Bilingual(row.key(), row.key());
        return new About(key, key);
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
        return retryAll(List.of(id)) > 0;
    }

    /**
     * As {@link #retry}, with all entries that have the same cause.
     *
     * @return how many were still parked
     */
    @Transactional
    public int retryGroup(long id) {
        return retryAll(alike(id));
    }

    /** Only those that stand aside for the same reason are described: they alone can have the same cause. */
    private List<Long> alike(long id) {
        List<Problem> problems = described(jdbi.withHandle(handle -> handle.createQuery(
                        PARKED
                                + """
                                 and (kind, reason_key) in
                                     (select kind, reason_key from outbox.entry where id = :id and state = 'PARKED')""")
                .bind("id", id)
                .mapTo(Row.class)
                .list()));
        Optional<Cause> cause = problems.stream()
                .filter(problem -> problem.id() == id)
                .map(Problem::cause)
                .findFirst();
        return problems.stream()
                .filter(problem -> Optional.of(problem.cause()).equals(cause))
                .map(Problem::id)
                .toList();
    }

    private int retryAll(List<Long> ids) {
        List<AuditLog.Subject> entries = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update outbox.entry
                           set state = 'WAITING', attempts = 0, next_attempt = :now, ended = null,
                               reason_key = null, reason_detail = null
                         where id = any (:ids) and state = 'PARKED' returning key as subject, kind as detail""")
                .bindArray("ids", Long.class, ids)
                .bind("now", OffsetDateTime.now(clock))
                .mapTo(AuditLog.Subject.class)
                .list());
        audit.addAll("outbox.retried", entries);
        due.fire(new Outbox.Due());
        return entries.size();
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
