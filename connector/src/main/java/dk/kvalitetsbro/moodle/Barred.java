package dk.kvalitetsbro.moodle;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.moodle.client.Obstacle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;

/**
 * Courses in which Moodle does not let the connection enrol anybody. A missing right is one cause, which the
 * administrator of Moodle removes, and not a problem of each person who waits for it.
 */
@ApplicationScoped
class Barred {
    /** @param obstacle the client's name of it */
    record Cause(String obstacle, String errorCode) {
        static Cause of(Obstacle obstacle, String errorCode) {
            return new Cause(obstacle.name(), errorCode);
        }
    }

    /** @param course Moodle's id */
    record Course(long course, String obstacle, String errorCode) {}

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Barred(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Keeps what an attempt at enrolling found.
     *
     * @param causes why, for the courses that are barred
     * @param asked  the courses that were tried; those of them without a cause are open again
     */
    public void keep(Map<Long, Cause> causes, Collection<Long> asked) {
        List<Long> courses = List.copyOf(causes.keySet());
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        with opened as (
                            delete from moodle.barred where course = any (:asked) and course <> all (:courses))
                        insert into moodle.barred (course, obstacle, error_code, seen)
                        select course, obstacle, code, :now
                          from unnest(:courses, :obstacles, :codes) as cause (course, obstacle, code)
                            on conflict (course) do update
                           set obstacle = excluded.obstacle, error_code = excluded.error_code, seen = excluded.seen""")
                .bind("now", OffsetDateTime.now(clock))
                .bindArray("asked", Long.class, List.copyOf(asked))
                .bindArray("courses", Long.class, courses)
                .bindArray("obstacles", String.class, each(courses, causes, Cause::obstacle))
                .bindArray("codes", String.class, each(courses, causes, Cause::errorCode))
                .execute());
    }

    private static List<String> each(List<Long> courses, Map<Long, Cause> causes, Function<Cause, String> what) {
        return courses.stream()
                .map(course -> what.apply(requireNonNull(causes.get(course))))
                .toList();
    }

    public List<Course> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select course, obstacle, error_code from moodle.barred order by course")
                        .mapTo(Course.class)
                        .list());
    }
}
