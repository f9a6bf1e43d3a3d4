package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.Assignments.Done;
import dk.kvalitetsbro.assignments.Assignments.Lost;
import dk.kvalitetsbro.assignments.Assignments.Regained;
import dk.kvalitetsbro.assignments.LearningPlatform.Enrolment;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.web.Bilingual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The rows of assignments, read and changed as sets. */
@ApplicationScoped
class AssignmentStore {
    /** How many of some people have completed a course, and how many are taking it. */
    record Takers(long course, int completed, int taking) {}

    private record Stands(PersonKey personKey, boolean open, boolean parked) {
        Plan.Standing standing() {
            if (parked) {
                return Plan.Standing.STUCK;
            }
            return open ? Plan.Standing.TAKING : Plan.Standing.COMPLETED;
        }
    }

    /** An assignment that waits for somebody to act. */
    record Stuck(long id, PersonKey personKey, String obstacle) {}

    private record Row(
            long id,
            PersonKey personKey,
            long course,
            LocalDate due,
            PersonKey byWhom,
            Optional<String> themeDa,
            Optional<String> themeEn) {
        Enrolment enrolment() {
            return new Enrolment(
                    id,
                    personKey,
                    course,
                    Optional.of(due),
                    byWhom,
                    themeDa.flatMap(da -> themeEn.map(en -> new Bilingual(da, en))));
        }
    }

    private final Jdbi jdbi;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    AssignmentStore(Jdbi jdbi, CurrentActor actor, Clock clock) {
        this.jdbi = jdbi;
        this.actor = actor;
        this.clock = clock;
    }

    /**
     * Adds an assignment for every receiver of the plan, in the name of the signed-in leader.
     *
     * @return the new ones; a person who got the course in the meantime is not among them
     */
    List<Long> add(CentreCode centre, Plan plan) {
        List<Plan.Candidate> receivers = plan.receivers();
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into assignments.assignment
                               (person_key, employment_number, centre, course, need, reason_da, reason_en,
                                due, mandatory, assigned, by_whom, state)
                        select person, employment, :centre, :course, :need, :da, :en,
                               :due, :mandatory, :now, :actor, 'WAITING'
                          from unnest(:people, :employments) as receiver (person, employment)
                            on conflict (person_key, course) where state in ('WAITING', 'IN_MOODLE', 'PARKED') do nothing
                        returning id""")
                .bindArray("people", String.class, texts(receivers, who -> who.key()
                        .value()))
                .bindArray("employments", String.class, texts(receivers, who -> who.who()
                        .employmentNumber()))
                .bind("centre", centre)
                .bind("course", plan.course().id())
                .bind("need", plan.need().id())
                .bind("da", plan.need().reason().da())
                .bind("en", plan.need().reason().en())
                .bind("due", plan.due())
                .bind("mandatory", plan.mandatory())
                .bind("now", OffsetDateTime.now(clock))
                .bind("actor", actor.get().key())
                .mapTo(Long.class)
                .list());
    }

    /** @return where people stand with a course; those who neither take nor have completed it are missing */
    Map<PersonKey, Plan.Standing> standings(long course, Collection<PersonKey> people) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select person_key, bool_or(state <> 'COMPLETED') as open, bool_or(state = 'PARKED') as parked
                          from assignments.assignment
                         where course = :course and person_key = any (:people) and state <> 'WITHDRAWN'
                         group by person_key""")
                .bind("course", course)
                .bindArray("people", String.class, texts(people, PersonKey::value))
                .mapTo(Stands.class)
                .collect(Collectors.toMap(Stands::personKey, Stands::standing)));
    }

    /** @return by course, what these people have to do with it; courses that none of them was given are missing */
    Map<Long, Takers> takers(Collection<PersonKey> people) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select course, count(*) filter (where not open) as completed,
                               count(*) filter (where open) as taking
                          from (select course, person_key, bool_or(state <> 'COMPLETED') as open
                                  from assignments.assignment
                                 where person_key = any (:people) and state <> 'WITHDRAWN'
                                 group by course, person_key) standing
                         group by course""")
                .bindArray("people", String.class, texts(people, PersonKey::value))
                .mapTo(Takers.class)
                .collect(Collectors.toMap(Takers::course, Function.identity())));
    }

    /**
     * Only what a workshop's priority is about is told: the theme of a finding, or of anything else that rests on answers,
     * may reveal a result that is withheld.
     *
     * @return the enrolments to make for assignments, those that have ended in the meantime left out
     */
    List<Enrolment> enrolments(Collection<Long> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select a.id, a.person_key, a.course, a.due, a.by_whom, n.theme_da, n.theme_en
                          from assignments.assignment a
                          left join themes.need_decided n on n.id = a.need and n.source = 'PRIORITY'
                         where a.id = any (:ids) and a.state in ('WAITING', 'IN_MOODLE', 'PARKED')""")
                .bindArray("ids", Long.class, List.copyOf(ids))
                .mapTo(Row.class)
                .map(Row::enrolment)
                .list());
    }

    /** Keeps how enrolling went, for the pages that tell of it. */
    void keep(Map<Long, Result> results) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    """
                    update assignments.assignment set state = :state, obstacle = :obstacle
                     where id = :id and state in ('WAITING', 'IN_MOODLE', 'PARKED')""");
            results.forEach((id, result) -> {
                if (result.isEnrolled() || result.isObstacle()) {
                    batch.bind("id", id)
                            .bind("state", result.isEnrolled() ? State.IN_MOODLE : State.PARKED)
                            .bind("obstacle", result.isObstacle() ? result.name() : null)
                            .add();
                }
            });
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    /** Ends an assignment that never reached the learning platform; one that did is left alone. */
    void withdraw(long id) {
        jdbi.useHandle(handle -> handle.execute(
                """
                update assignments.assignment set state = 'WITHDRAWN', obstacle = null
                 where id = ? and state in ('WAITING', 'PARKED')""",
                id));
    }

    /** @return the ids of those that were open until now */
    List<Long> complete(Collection<Done> done) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update assignments.assignment a set state = 'COMPLETED', obstacle = null
                          from unnest(:people, :courses) as done (person, course)
                         where a.person_key = done.person and a.course = done.course
                           and a.state in ('WAITING', 'IN_MOODLE', 'PARKED')
                        returning a.id""")
                .bindArray("people", String.class, texts(done, each -> each.person()
                        .value()))
                .bindArray(
                        "courses", Long.class, done.stream().map(Done::course).toList())
                .mapTo(Long.class)
                .list());
    }

    /** @return the ids of those whose enrolment had ended until now */
    List<Long> regain(Collection<Regained> regained) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update assignments.assignment a set state = 'IN_MOODLE', obstacle = null
                          from unnest(:people, :courses) as regained (person, course)
                         where a.person_key = regained.person and a.course = regained.course
                           and a.state = 'PARKED' and a.obstacle = 'ENROLMENT_ENDED'
                        returning a.id""")
                .bindArray("people", String.class, texts(regained, each -> each.person()
                        .value()))
                .bindArray(
                        "courses",
                        Long.class,
                        regained.stream().map(Regained::course).toList())
                .mapTo(Long.class)
                .list());
    }

    /** @return those that were in the platform until now */
    List<Stuck> lose(Collection<Lost> lost) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update assignments.assignment a set state = 'PARKED', obstacle = lost.why
                          from unnest(:people, :courses, :reasons) as lost (person, course, why)
                         where a.person_key = lost.person and a.course = lost.course and a.state = 'IN_MOODLE'
                        returning a.id, a.person_key, a.obstacle""")
                .bindArray("people", String.class, texts(lost, each -> each.person()
                        .value()))
                .bindArray(
                        "courses", Long.class, lost.stream().map(Lost::course).toList())
                .bindArray(
                        "reasons", String.class, texts(lost, each -> each.why().name()))
                .mapTo(Stuck.class)
                .list());
    }

    private static <T> List<String> texts(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toList();
    }
}
