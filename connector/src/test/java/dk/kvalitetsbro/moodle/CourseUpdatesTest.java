package dk.kvalitetsbro.moodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.catalogue.TestCatalogue;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.moodle.fake.Course;
import dk.kvalitetsbro.moodle.fake.Fault;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.SiteState;
import dk.kvalitetsbro.outbox.Outbox;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourseUpdatesTest {
    private static final int MINUTES = 60;
    private static final String READ = "core_course_get_courses_by_field";

    private final RunningMoodle running = new RunningMoodle(MoodleVersion.V5_1);
    private final Moodle moodle = running.moodle();
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final MovableClock clock = new MovableClock();
    private final Readings readings = new Readings(jdbi, clock);
    private final CourseUpdates updates =
            new CourseUpdates(TestCatalogue.reading(jdbi, running.courses(jdbi, moodle)), readings, clock, MINUTES);

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void courses_are_read_again_by_themselves_once_somebody_has_read_them() {
        updates.whenDue();
        assertEquals(0, running.site.faults().calls(READ));

        updates.now();
        clock.move(Duration.ofMinutes(MINUTES - 1));
        updates.whenDue();
        assertEquals(1, running.site.faults().calls(READ));

        clock.move(Duration.ofMinutes(1));
        updates.whenDue();
        assertEquals(2, running.site.faults().calls(READ));
    }

    @Test
    void a_change_that_moodle_tells_of_is_read_at_once_and_many_of_them_together() {
        readings.want(Subject.COURSES);
        updates.whenDue();
        assertEquals(0, running.site.faults().calls(READ), "the first reading is somebody's decision");

        updates.now();
        assertTrue(readings.newest(Subject.COURSES).wanted().isPresent(), "told of as the reading began");
        updates.whenDue();
        assertEquals(1, running.site.faults().calls(READ));

        clock.move(CourseUpdates.APART);
        readings.want(Subject.COURSES);
        clock.move(Duration.ofSeconds(1));
        updates.whenDue();
        updates.whenDue();
        assertEquals(2, running.site.faults().calls(READ));
        assertTrue(readings.newest(Subject.COURSES).wanted().isEmpty());

        clock.move(CourseUpdates.APART);
        updates.whenDue();
        assertEquals(2, running.site.faults().calls(READ));
    }

    @Test
    void a_change_waits_for_a_reading_that_succeeds() {
        updates.now();
        clock.move(CourseUpdates.APART);
        readings.want(Subject.COURSES);
        clock.move(Duration.ofSeconds(1));
        running.site.faults().siteIs(SiteState.TOKEN_EXPIRED);
        updates.whenDue();

        assertTrue(readings.newest(Subject.COURSES).wanted().isPresent());
    }

    @Test
    void a_reading_that_fails_is_remembered_with_its_reason_and_made_up_for_soon() {
        updates.now();
        clock.move(Duration.ofSeconds(1));
        running.site.faults().siteIs(SiteState.TOKEN_EXPIRED);
        assertThrows(MoodleException.class, updates::now);
        assertTrue(readings.newest(Subject.COURSES).lastOneFailed());
        assertTrue(readings.newest(Subject.COURSES).trouble().orElseThrow().contains("accessexception"));

        running.site.faults().siteIs(SiteState.RUNNING);
        updates.whenDue();
        assertTrue(readings.newest(Subject.COURSES).lastOneFailed());

        clock.move(CourseUpdates.RETRIED);
        updates.whenDue();
        assertFalse(readings.newest(Subject.COURSES).lastOneFailed());
    }

    @Test
    void trouble_in_a_reading_that_nobody_waits_for_is_kept_for_the_page() {
        updates.now();
        clock.move(Duration.ofMinutes(MINUTES));
        running.site.faults().siteIs(SiteState.TOKEN_LOST);

        updates.whenDue();

        assertTrue(readings.newest(Subject.COURSES).lastOneFailed());
    }

    @Test
    void courses_without_any_code_are_not_believed_and_the_page_names_the_right() {
        running.site.addCourses(List.of(new Course("K030", "K030", "Musik", "", "Kurser", List.of())));
        updates.now();
        clock.move(Duration.ofSeconds(1));
        running.site.faults().revoke("moodle/course:update");

        assertThrows(Refusal.class, updates::now);

        assertEquals(
                List.of("K021", "K030"),
                TestCatalogue.on(jdbi).courses().stream()
                        .map(course -> course.code())
                        .filter(code -> !code.isEmpty())
                        .sorted()
                        .toList());
        var traffic = new TrafficCheck(readings, new Outbox(jdbi, clock, new FiredEvents<>()), clock);
        assertTrue(traffic.run(new Texts(new Language())).get(0).remedy().contains("moodle/course:update"));
    }

    @Test
    void somebody_who_waits_at_a_page_is_told_after_one_attempt() {
        running.site.faults().next(READ, Fault.html(502));

        assertThrows(MoodleException.class, updates::now);

        assertEquals(1, running.site.faults().calls(READ));
    }
}
