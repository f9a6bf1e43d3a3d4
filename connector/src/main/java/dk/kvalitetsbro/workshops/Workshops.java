package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.web.FreeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The workshops of a centre. */
@ApplicationScoped
public class Workshops {
    private static final String COUNTED =
            """
            select w.*,
                   (select count(*) from workshops.voice v where v.workshop = w.id) as voices,
                   (select count(*) from workshops.core_task c where c.workshop = w.id) as core_tasks,
                   b.bubbles, b.unlinked, b.links,
                   q.questions, q.with_leader,
                   (select count(*) from workshops.priority p where p.workshop = w.id) as priorities
              from workshops.workshop w
             cross join lateral (
                   select count(*) as bubbles,
                          count(*) filter (where l.to_core_task is not true) as unlinked,
                          coalesce(sum(l.links), 0) as links
                     from workshops.bubble b
                     left join lateral (
                          select count(*) as links, bool_or(l.towards is null) as to_core_task
                            from workshops.link_shown l where l.bubble = b.id) l on true
                    where b.workshop = w.id and b.removed is null) b
             cross join lateral (
                   select count(*) as questions,
                          count(*) filter (where q.asked is not null
                            and not exists (select from workshops.answer a where a.question = q.id)) as with_leader
                     from workshops.question q where q.workshop = w.id) q
            """;

    /** @param page where its page lies, below the application's root */
    public record Begun(String title, String page) {}

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Workshops(Jdbi jdbi, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the centre's workshops, the newest first */
    List<Workshop> of(CentreCode centre) {
        return jdbi.withHandle(
                handle -> handle.createQuery(COUNTED + "where w.centre = :centre order by w.started desc, w.id desc")
                        .bind("centre", centre)
                        .map((row, context) -> workshop(row))
                        .list());
    }

    /** @return what the centre's workshops are called and where they are, the newest first */
    public List<Begun> begun(CentreCode centre) {
        return of(centre).stream()
                .map(workshop -> new Begun(workshop.title(), workshop.path()))
                .toList();
    }

    /** @return the titles of the centre's workshops by their ids, the newest first */
    public Map<Long, String> titles(CentreCode centre) {
        Map<Long, String> titles = new LinkedHashMap<>();
        of(centre).forEach(workshop -> titles.put(workshop.id(), workshop.title()));
        return titles;
    }

    /** @return the workshop, if it is this centre's */
    Optional<Workshop> find(CentreCode centre, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(COUNTED + "where w.centre = :centre and w.id = :id")
                .bind("centre", centre)
                .bind("id", id)
                .map((row, context) -> workshop(row))
                .findOne());
    }

    @Transactional
    Workshop start(CentreCode centre, Forum forum, @Nullable String title) {
        String words = FreeText.required(title, 120);
        long id = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into workshops.workshop (centre, title, forum, started)
                        values (:centre, :title, :forum, :now) returning id""")
                .bind("centre", centre)
                .bind("title", words)
                .bind("forum", forum.name())
                .bind("now", OffsetDateTime.now(clock))
                .mapTo(Long.class)
                .one());
        audit.add("workshop.started", centre.value(), id + " " + forum);
        return find(centre, id).orElseThrow();
    }

    private static Workshop workshop(ResultSet row) throws SQLException {
        return new Workshop(
                row.getLong("id"),
                new CentreCode(row.getString("centre")),
                row.getString("title"),
                Forum.valueOf(row.getString("forum")),
                row.getObject("started", OffsetDateTime.class),
                new Workshop.Tally(
                        row.getInt("voices"),
                        row.getInt("core_tasks"),
                        row.getInt("bubbles"),
                        row.getInt("unlinked"),
                        row.getInt("links"),
                        row.getInt("questions"),
                        row.getInt("with_leader"),
                        row.getInt("priorities")));
    }
}
