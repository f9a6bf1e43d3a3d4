package dk.kvalitetsbro.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** Who saw or changed what about whom. Entries are only ever added; {@link AuditChain} shows whether they are as they were. */
@ApplicationScoped
public class AuditLog {
    /**
     * @param actor   the key of whoever did it, or {@code token:} and the name of a program's token; empty where nobody
     *     was signed in
     * @param action  what was done, as a key the log's page has words for, such as {@code record.read}
     * @param subject whom or what it was about: a person key, a centre code, a round
     * @param place   in the chain, which a new entry has none in for some seconds
     */
    public record Entry(
            long id,
            OffsetDateTime at,
            String actor,
            String action,
            String subject,
            String detail,
            Optional<Long> place,
            Optional<byte[]> hash) {}

    /** Whom or what an entry is about, as in {@link Entry}. */
    public record Subject(String subject, String detail) {}

    private final Jdbi jdbi;
    private final CurrentActor current;
    private final Clock clock;

    @Inject
    public AuditLog(Jdbi jdbi, CurrentActor current, Clock clock) {
        this.jdbi = jdbi;
        this.current = current;
        this.clock = clock;
    }

    /** Adds an entry in the name of whoever asks, in the transaction under way if there is one. */
    public void add(String action, String subject, String detail) {
        addAll(action, List.of(new Subject(subject, detail)));
    }

    /** As {@link #add}, about many at once. */
    public void addAll(String action, List<Subject> subjects) {
        addAll(current.name().orElseThrow(() -> new IllegalStateException("nobody is known")), action, subjects);
    }

    /** Adds an entry where nobody is signed in yet: by who is about to be or, where they are not known, by nobody. */
    public void addAtTheDoor(Optional<PersonKey> actor, String action, String subject, String detail) {
        addAll(actor.map(PersonKey::value).orElse(""), action, List.of(new Subject(subject, detail)));
    }

    private void addAll(String actor, String action, List<Subject> subjects) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into access.audit (at, actor, action, subject, detail)
                        select :now, :actor, :action, subject, detail
                          from unnest(:subjects, :details) with ordinality as about (subject, detail, place)
                         order by place""")
                .bind("now", OffsetDateTime.now(clock))
                .bind("actor", actor)
                .bind("action", action)
                .bindArray(
                        "subjects",
                        String.class,
                        subjects.stream().map(each -> stored(each.subject())).toList())
                .bindArray(
                        "details",
                        String.class,
                        subjects.stream().map(each -> stored(each.detail())).toList())
                .execute());
    }

    /** A text is kept as it is, so that it can be found; the database keeps every character but one. */
    private static String stored(String text) {
        return text.replace('\0', '\ufffd');
    }

    /** @return the newest entries first, those about or by the text given if it is not blank */
    public List<Entry> newest(String about, int most) {
        return find(LogFilter.about(about), Long.MAX_VALUE, most);
    }

    /**
     * @param before only entries with a smaller id: that of the last one on the page before
     * @return the newest entries first
     */
    public List<Entry> find(LogFilter filter, long before, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select id, at, actor, action, subject, detail, place, hash from access.audit
                         where id < :before and at >= :since and at < :until
                           and (:who = '' or actor = :who) and (:action = '' or action = :action)
                           and (:about = '' or actor = :about or subject = :about)
                         order by id desc limit :most""")
                .bind("before", before)
                .bind("since", filter.since())
                .bind("until", filter.until())
                .bind("who", filter.who())
                .bind("action", filter.action())
                .bind("about", filter.about())
                .bind("most", most)
                .mapTo(Entry.class)
                .list());
    }

    /** @return the newest entry about each subject of one action since a time, the newest first */
    public List<Entry> newestOf(String action, OffsetDateTime since, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select id, at, actor, action, subject, detail, place, hash from (
                          select distinct on (subject) * from access.audit
                           where action = :action and at >= :since order by subject, id desc) newest
                         order by at desc, subject limit :most""")
                .bind("action", action)
                .bind("since", since)
                .bind("most", most)
                .mapTo(Entry.class)
                .list());
    }
}
