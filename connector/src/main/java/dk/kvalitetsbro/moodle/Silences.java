package dk.kvalitetsbro.moodle;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/**
 * Courses that Moodle tells no completions of, such as one without completion conditions. They are asked about seldom:
 * each costs a call of its own, and most stay as they are until an administrator acts.
 */
@ApplicationScoped
class Silences {
    static final Duration PAUSE = Duration.ofMinutes(15);

    /** Moodle's word for a course without completion conditions. */
    private static final String NO_CONDITION = "nocriteriaset";

    /**
     * A course that Moodle says nothing of.
     *
     * @param course    Moodle's id
     * @param errorCode Moodle's
     */
    record Silence(long course, String errorCode) {}

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    Silences(Jdbi jdbi, Clock clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /** @return the courses that are not to be asked about yet */
    public Set<Long> pausing() {
        return Set.copyOf(
                jdbi.withHandle(handle -> handle.createQuery("select course from moodle.silence where asked > :since")
                        .bind("since", OffsetDateTime.now(clock).minus(PAUSE))
                        .mapTo(Long.class)
                        .list()));
    }

    /**
     * Keeps what a question found.
     *
     * @param codes Moodle's error for each silent course
     * @param asked the courses that were asked about; those of them without an error have spoken
     */
    public void keep(Map<Long, String> codes, Collection<Long> asked) {
        List<Long> courses = List.copyOf(codes.keySet());
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        with spoke as (
                            delete from moodle.silence where course = any (:asked) and course <> all (:courses))
                        insert into moodle.silence (course, error_code, asked)
                        select course, code, :now from unnest(:courses, :codes) as silent (course, code)
                            on conflict (course) do update
                           set error_code = excluded.error_code, asked = excluded.asked""")
                .bind("now", OffsetDateTime.now(clock))
                .bindArray("asked", Long.class, List.copyOf(asked))
                .bindArray("courses", Long.class, courses)
                .bindArray(
                        "codes",
                        String.class,
                        courses.stream()
                                .map(course -> requireNonNull(codes.get(course)))
                                .toList())
                .execute());
    }

    /** Forgets courses that nobody takes any more. */
    public void keepOnly(Collection<Long> taken) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from moodle.silence where course <> all (:taken)")
                .bindArray("taken", Long.class, List.copyOf(taken))
                .execute());
    }

    /** @return the courses without a condition for completing them */
    public Set<Long> withoutConditions() {
        return all().stream()
                .filter(silence -> silence.errorCode().equals(NO_CONDITION))
                .map(Silence::course)
                .collect(Collectors.toSet());
    }

    public List<Silence> all() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select course, error_code from moodle.silence order by course")
                        .mapTo(Silence.class)
                        .list());
    }
}
