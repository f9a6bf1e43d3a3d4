package dk.kvalitetsbro.moodle;

import static dk.kvalitetsbro.SmallTown.key;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.assignments.Assignments;
import dk.kvalitetsbro.assignments.LearningPlatform;
import dk.kvalitetsbro.assignments.TestAssignments;
import dk.kvalitetsbro.competence.Competence;
import dk.kvalitetsbro.competence.CompletionSource.Completion;
import dk.kvalitetsbro.lti.Platforms;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.web.Refusal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventsTest {
    private static final URI PAGE = URI.create("https://moodle.example.dk/mod/lti/any.php");
    private static final Instant NOON = Instant.parse("2026-05-30T10:00:00Z");

    private final RunningMoodle running = new RunningMoodle(MoodleVersion.V5_1);
    private final Moodle moodle = running.moodle();
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final MovableClock clock = new MovableClock();
    private final SmallTown town = new SmallTown(jdbi);
    private final Assignments assignments = TestAssignments.on(jdbi, clock);
    private final Competence competence = new Competence(jdbi, assignments, clock);
    private final Readings readings = new Readings(jdbi, clock);
    private final DoubtedAccounts accounts =
            new DoubtedAccounts(jdbi, RunningMoodle.platform(jdbi, moodle), new Taking(jdbi), assignments, clock);
    private final Platforms platforms = new Platforms(jdbi, clock);
    private final Events events = new Events(
            jdbi,
            RunningMoodle.site(jdbi, "here"),
            competence,
            assignments,
            new Taking(jdbi),
            accounts,
            readings,
            new LaunchPlatform(platforms, new AuditLog(jdbi, new CurrentActor(), clock)),
            new EventMessages(jdbi, clock),
            clock);
    private final long need;

    EventsTest() {
        town.centre("C1").pedagogue("p1", "C1").pedagogue("p2", "C1").course(11, "Matematik", 6, "MAT");
        need = town.need("C1", "MAT", "Fordi.");
        taking("p1", 11);
        taking("p2", 11);
    }

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void moodle_as_a_platform_begins_and_ends_with_its_events() {
        var registration = new Platforms.Registration(
                "https://moodle.example.dk", "aBc", "x", PAGE, PAGE, PAGE, Optional.of("key"));
        events.take(List.of(item(new News.PlatformRegistered(registration, "3"))));
        assertEquals(1, platforms.all().size());
        events.take(List.of(item(new News.PlatformEnded("https://moodle.example.dk", "aBc"))));
        assertEquals(List.of(), platforms.all());
    }

    @Test
    void events_of_another_moodle_than_the_courses_come_from_are_taken_once_somebody_says_it_is_the_same() {
        RunningMoodle.site(jdbi, "there").keep();
        List<News.Item> items = List.of(completed("p1", 11));
        assertThrows(Refusal.class, () -> events.take(items));
        assertEquals(List.of(), completions());
        assertDoesNotThrow(() -> events.take(List.of()), "whether somebody is there may be asked");

        RunningMoodle.site(jdbi, "here").confirm();
        events.take(items);
        assertEquals(List.of("p1 11 " + NOON), completions());
    }

    @Test
    void a_completion_ends_the_assignment_as_the_poll_does() {
        take(completed("p1", 11));

        assertEquals("COMPLETED", state("p1", 11));
        assertEquals("IN_MOODLE", state("p2", 11));
        assertEquals(List.of("p1 11 " + NOON), completions());
    }

    @Test
    void event_and_poll_leave_the_same_record_whichever_is_first_and_whatever_the_poll_knows() {
        Completion withoutTime = new Completion(key("p1"), 11, Optional.empty());
        Completion withTime = new Completion(key("p1"), 11, Optional.of(NOON));
        for (Completion polled : List.of(withoutTime, withTime)) {
            for (boolean pollFirst : new boolean[] {true, false}) {
                again();
                if (pollFirst) {
                    competence.heard(List.of(polled));
                }
                take(completed("p1", 11));
                if (!pollFirst) {
                    competence.heard(List.of(polled));
                }
                assertEquals(List.of("p1 11 " + NOON), completions());
                assertEquals("COMPLETED", state("p1", 11));
            }
        }
    }

    @Test
    void whom_or_what_nobody_was_given_is_passed_over() {
        jdbi.useHandle(handle ->
                handle.execute("update assignments.assignment set state = 'WITHDRAWN' where person_key = 'p2'"));

        take(completed("p1", 12), completed("stranger", 11), completed("p2", 11));

        assertEquals(List.of(), completions());
        assertEquals("WITHDRAWN", state("p2", 11));
    }

    @Test
    void a_message_that_comes_again_changes_nothing_in_whatever_order() {
        News.Item ended = unenrolled("p1", 11);
        News.Item back = enrolled("p1", 11);
        take(ended, back, back);
        assertEquals("IN_MOODLE", state("p1", 11));

        take(back, ended);
        take(ended);

        assertEquals("IN_MOODLE", state("p1", 11));
        assertEquals(2, town.count("moodle.event"));
    }

    @Test
    void who_is_out_of_a_course_comes_to_the_worklist_until_they_are_in_it_again() {
        take(unenrolled("p1", 11));
        assertEquals("PARKED ENROLMENT_ENDED", state("p1", 11));
        assertEquals(1, town.count("outbox.entry where state = 'PARKED'"));

        take(enrolled("p1", 11));
        assertEquals("IN_MOODLE", state("p1", 11));
        assertEquals(0, town.count("outbox.entry where state = 'PARKED'"));
    }

    @Test
    void being_enrolled_removes_no_other_obstacle() {
        assignments.lost(List.of(new Assignments.Lost(key("p1"), 11, LearningPlatform.Result.SEVERAL_ACCOUNTS)));

        take(enrolled("p1", 11));

        assertEquals("PARKED SEVERAL_ACCOUNTS", state("p1", 11));
        assertEquals(1, town.count("outbox.entry where state = 'PARKED'"));
    }

    @Test
    void who_has_completed_a_course_leaves_the_worklist_and_is_not_put_there_by_leaving_the_course() {
        take(unenrolled("p1", 11));

        take(completed("p1", 11), unenrolled("p1", 11), unenrolled("p2", 11), completed("p2", 11));

        assertEquals("COMPLETED", state("p1", 11));
        assertEquals("COMPLETED", state("p2", 11));
        assertEquals(0, town.count("outbox.entry where state = 'PARKED'"));
    }

    @Test
    void a_deleted_course_is_told_from_an_ended_enrolment() {
        taking("p1", 12);

        take(unenrolled("p1", 11), item(new News.CourseDeleted(11)));

        assertEquals("PARKED NO_SUCH_COURSE", state("p1", 11));
        assertEquals("PARKED NO_SUCH_COURSE", state("p2", 11));
        assertEquals("IN_MOODLE", state("p1", 12));
    }

    @Test
    void changed_and_deleted_courses_are_wanted_and_nothing_else() {
        take(completed("p1", 11), enrolled("p2", 11), item(new News.Nothing()));
        assertFalse(isWanted());

        take(item(new News.CoursesChanged()));
        assertTrue(isWanted());

        jdbi.useHandle(handle -> handle.execute("update moodle.reading set wanted = null"));
        take(item(new News.CourseDeleted(99)));
        assertTrue(isWanted());
    }

    @Test
    void an_account_that_changed_is_asked_about_where_somebody_takes_a_course_with_it() {
        take(account("p1"), account("stranger"));

        assertEquals(1, town.count("moodle.doubted_account"));
        assertEquals("IN_MOODLE", state("p1", 11));
    }

    @Test
    void ids_are_forgotten_after_thirty_days() {
        take(item(new News.Nothing()));
        clock.move(EventTimer.IDS_KEPT);
        take(item(new News.Nothing()));
        EventTimer nightly = new EventTimer(accounts, events, clock);

        nightly.forgetIds();
        assertEquals(2, town.count("moodle.event"));

        clock.move(Duration.ofSeconds(1));
        nightly.forgetIds();
        assertEquals(1, town.count("moodle.event"));
    }

    private void take(News.Item... items) {
        events.take(List.of(items));
    }

    private static News.Item item(News news) {
        return new News.Item(UUID.randomUUID(), news);
    }

    private static News.Item completed(String person, long course) {
        return item(new News.Completed(key(person), course, Optional.of(NOON)));
    }

    private static News.Item enrolled(String person, long course) {
        return item(new News.Enrolled(key(person), course));
    }

    private static News.Item unenrolled(String person, long course) {
        return item(new News.Unenrolled(key(person), course));
    }

    private static News.Item account(String person) {
        return item(new News.AccountChanged(key(person)));
    }

    private boolean isWanted() {
        return readings.newest(Readings.Subject.COURSES).wanted().isPresent();
    }

    private void again() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from competence.completion");
            handle.execute("update assignments.assignment set state = 'IN_MOODLE'");
        });
    }

    private void taking(String person, long course) {
        town.taking(person, course, need, OffsetDateTime.now(clock));
    }

    private String state(String person, long course) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select concat_ws(' ', state, obstacle) from assignments.assignment
                         where person_key = ? and course = ?""")
                .bind(0, person)
                .bind(1, course)
                .mapTo(String.class)
                .one());
    }

    private List<String> completions() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from competence.completion")
                .map((row, context) -> row.getString("person_key") + " " + row.getLong("course") + " "
                        + Optional.ofNullable(row.getObject("completed_at", OffsetDateTime.class))
                                .map(at -> at.toInstant().toString())
                                .orElse("?"))
                .list());
    }
}
