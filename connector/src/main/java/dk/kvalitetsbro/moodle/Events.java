package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.assignments.Assignments;
import dk.kvalitetsbro.assignments.Assignments.Lost;
import dk.kvalitetsbro.assignments.Assignments.Regained;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.competence.Competence;
import dk.kvalitetsbro.competence.CompletionSource.Completion;
import dk.kvalitetsbro.competence.CompletionSource.Taken;
import dk.kvalitetsbro.moodle.News.AccountChanged;
import dk.kvalitetsbro.moodle.News.Completed;
import dk.kvalitetsbro.moodle.News.CourseDeleted;
import dk.kvalitetsbro.moodle.News.CoursesChanged;
import dk.kvalitetsbro.moodle.News.Enrolled;
import dk.kvalitetsbro.moodle.News.PlatformEnded;
import dk.kvalitetsbro.moodle.News.PlatformRegistered;
import dk.kvalitetsbro.moodle.News.Unenrolled;
import dk.kvalitetsbro.moodle.Readings.Subject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes what Moodle tells as it happens. Each event takes effect once, however often it comes, and the same as when the
 * poll had found it out.
 */
@ApplicationScoped
class Events {
    private final Jdbi jdbi;
    private final SameSite site;
    private final Competence competence;
    private final Assignments assignments;
    private final Taking taking;
    private final DoubtedAccounts accounts;
    private final Readings readings;
    private final LaunchPlatform launches;
    private final EventMessages messages;
    private final Clock clock;

    @Inject
    Events(
            Jdbi jdbi,
            SameSite site,
            Competence competence,
            Assignments assignments,
            Taking taking,
            DoubtedAccounts accounts,
            Readings readings,
            LaunchPlatform launches,
            EventMessages messages,
            Clock clock) {
        this.jdbi = jdbi;
        this.site = site;
        this.competence = competence;
        this.assignments = assignments;
        this.taking = taking;
        this.accounts = accounts;
        this.readings = readings;
        this.launches = launches;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Takes all of them or none.
     *
     * @throws dk.kvalitetsbro.web.Refusal while the courses are another Moodle's, whose ids would be taken for these; they
     *                                     come again
     */
    @Transactional
    public void take(List<News.Item> items) {
        if (!items.isEmpty()) {
            site.require();
            follow(fresh(items));
        }
        messages.accepted();
    }

    private void follow(List<News> news) {
        competence.told(only(Completed.class, news)
                .map(each -> new Completion(each.person(), each.course(), each.at()))
                .toList());
        assignments.lost(lostWithCourse(news));
        followEnrolments(enrolments(news));
        accounts.doubt(
                only(AccountChanged.class, news).map(AccountChanged::person).toList());
        if (news.stream().anyMatch(each -> each instanceof CoursesChanged || each instanceof CourseDeleted)) {
            readings.want(Subject.COURSES);
        }
        only(PlatformEnded.class, news).forEach(launches::end);
        only(PlatformRegistered.class, news).forEach(launches::register);
    }

    /** @return the news of events that have not been here before */
    private List<News> fresh(List<News.Item> items) {
        Set<UUID> fresh = remember(items);
        return items.stream()
                .filter(item -> fresh.remove(item.id()))
                .map(News.Item::news)
                .toList();
    }

    private Set<UUID> remember(List<News.Item> items) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into moodle.event (id, received)
                        select cast(id as uuid), :now from unnest(:ids) as told (id) order by id
                            on conflict (id) do nothing returning id""")
                .bind("now", OffsetDateTime.now(clock))
                .bindArray(
                        "ids",
                        String.class,
                        items.stream().map(item -> item.id().toString()).toList())
                .mapTo(UUID.class)
                .collect(Collectors.toCollection(HashSet::new)));
    }

    private List<Lost> lostWithCourse(List<News> news) {
        return taking
                .of(only(CourseDeleted.class, news).map(CourseDeleted::course).toList())
                .stream()
                .map(taken -> new Lost(taken.person(), taken.courseId(), Result.NO_SUCH_COURSE))
                .toList();
    }

    /** @return the last that was told of each enrolment: whether there still is one */
    private static Map<Taken, Boolean> enrolments(List<News> news) {
        Map<Taken, Boolean> last = new LinkedHashMap<>();
        for (News each : news) {
            if (each instanceof Enrolled enrolled) {
                last.put(new Taken(enrolled.person(), enrolled.course()), true);
            } else if (each instanceof Unenrolled ended) {
                last.put(new Taken(ended.person(), ended.course()), false);
            }
        }
        return last;
    }

    private void followEnrolments(Map<Taken, Boolean> enrolments) {
        assignments.lost(those(enrolments, false)
                .map(taken -> new Lost(taken.person(), taken.courseId(), Result.ENROLMENT_ENDED))
                .toList());
        assignments.regained(those(enrolments, true)
                .map(taken -> new Regained(taken.person(), taken.courseId()))
                .toList());
    }

    private static Stream<Taken> those(Map<Taken, Boolean> enrolments, boolean there) {
        return enrolments.entrySet().stream()
                .filter(each -> each.getValue() == there)
                .map(Map.Entry::getKey);
    }

    private static <T extends News> Stream<T> only(Class<T> kind, List<News> news) {
        return news.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** Forgets the ids of events that were received before; a message as old as that is refused for its age. */
    public void forget(OffsetDateTime before) {
        jdbi.useHandle(handle -> handle.execute("delete from moodle.event where received < ?", before));
    }
}
