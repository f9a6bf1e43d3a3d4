package dk.kvalitetsbro.competence;

import dk.kvalitetsbro.assignments.Assignments;
import dk.kvalitetsbro.competence.CompletionSource.Completion;
import dk.kvalitetsbro.competence.CompletionSource.Taken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Keeps what people have completed. A completion once seen stays, also when the platform later forgets it. */
@ApplicationScoped
public class Competence {
    private final Jdbi jdbi;
    private final Assignments assignments;
    private final Clock clock;

    @Inject
    public Competence(Jdbi jdbi, Assignments assignments, Clock clock) {
        this.jdbi = jdbi;
        this.assignments = assignments;
        this.clock = clock;
    }

    /** @return what people are enrolled in through an assignment and are not known to have completed */
    List<Taken> beingTaken() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select person_key as person, course as course_id from assignments.assigned
                         where state = 'IN_MOODLE' order by course, id""")
                .mapTo(Taken.class)
                .list());
    }

    /** As {@link #heard}, of anybody and any course: what nobody was given is passed over. */
    @Transactional
    public void told(List<Completion> completions) {
        Set<Taken> given = given(completions);
        heard(completions.stream()
                .filter(each -> given.contains(new Taken(each.person(), each.courseId())))
                .toList());
    }

    private Set<Taken> given(List<Completion> completions) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select a.person_key as person, a.course as course_id
                          from unnest(:people, :courses) as told (person, course)
                          join assignments.assigned a on a.person_key = told.person and a.course = told.course
                         where a.state <> 'WITHDRAWN'""")
                .bindArray(
                        "people",
                        String.class,
                        completions.stream().map(each -> each.person().value()).toList())
                .bindArray(
                        "courses",
                        Long.class,
                        completions.stream().map(Completion::courseId).toList())
                .mapTo(Taken.class)
                .set());
    }

    /**
     * Keeps completions and ends the assignments they answer. Heard again, they change nothing, but a time that was not
     * told before is kept.
     */
    @Transactional
    public void heard(List<Completion> completions) {
        if (completions.isEmpty()) {
            return;
        }
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    """
                    insert into competence.completion (person_key, course, completed_at, seen_at)
                    values (:person, :course, :at, :now)
                        on conflict (person_key, course) do update set completed_at = excluded.completed_at
                     where completion.completed_at is null and excluded.completed_at is not null""");
            for (Completion completion : completions) {
                batch.bind("person", completion.person())
                        .bind("course", completion.courseId())
                        .bind("at", completion.at().map(at -> at.atOffset(ZoneOffset.UTC)))
                        .bind("now", OffsetDateTime.now(clock))
                        .add();
            }
            batch.execute();
        });
        assignments.complete(completions.stream()
                .map(completion -> new Assignments.Done(completion.person(), completion.courseId()))
                .toList());
    }

    /** Puts what people cannot complete any more before those who can do something about it. */
    void lost(List<Assignments.Lost> lost) {
        if (!lost.isEmpty()) {
            assignments.lost(lost);
        }
    }
}
