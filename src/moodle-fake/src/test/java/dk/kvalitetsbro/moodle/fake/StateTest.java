package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the stand-in knows outlives it. */
class StateTest {
    private final Path folder;

    StateTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everything_is_there_after_a_restart() {
        var end = Instant.parse("2027-06-30T22:00:00Z");
        long person;
        long course;
        try (var moodle = start()) {
            assertTrue(moodle.isEmpty());
            person = moodle.addUsers(TestSite.people(3)).get(0);
            course = moodle.addCourses(TestSite.courses(2)).get(0);
            TestSite.enrol(moodle, person, course, Optional.of(end));
            TestSite.enrol(moodle, person + 1, course, Optional.empty());
            TestSite.unenrol(moodle, person + 1, course);
            moodle.complete(person, course);
        }
        try (var moodle = start()) {
            assertFalse(moodle.isEmpty());
            assertEquals(
                    Optional.of(end),
                    moodle.enrolment(person, course).orElseThrow().end());
            assertEquals(1, moodle.enrolled(course));
            assertTrue(TestSite.call(moodle, "core_course_get_courses_by_field", "")
                    .contains("\"value\":\"6\""));
            assertTrue(TestSite.completed(moodle, person, course));
            assertEquals(
                    List.of(person + 3), moodle.addUsers(List.of(User.named("new", "Ny Person", ""))), "ids go on");
        }
    }

    @Test
    void what_was_answered_is_on_disk_already() throws Exception {
        try (var moodle = start()) {
            long person = moodle.addUsers(TestSite.people(1)).get(0);
            long course = moodle.addCourses(TestSite.courses(1)).get(0);
            TestSite.enrol(moodle, person, course, Optional.empty());

            var copy = Files.createDirectory(folder.resolve("copy"));
            Files.copy(folder.resolve("moodle.jsonl"), copy.resolve("moodle.jsonl"));
            try (var survivor = MoodleFake.start(settings(copy))) {
                assertTrue(survivor.enrolment(person, course).isPresent());
            }
        }
    }

    @Test
    void a_line_that_a_crash_cut_off_is_dropped_and_writing_goes_on() throws Exception {
        try (var moodle = start()) {
            moodle.addUsers(TestSite.people(2));
        }
        Files.write(
                folder.resolve("moodle.jsonl"),
                new byte[] {'[', '{', '"', 'c', (byte) 0xC3},
                StandardOpenOption.APPEND);
        try (var moodle = start()) {
            moodle.addUsers(List.of(User.named("late", "Sen Person", "")));
        }
        try (var moodle = start()) {
            assertEquals(
                    List.of(5L, 7L),
                    moodle.addUsers(List.of(TestSite.people(1).get(0), User.named("late", "Sen Person", ""))));
        }
    }

    @Test
    void seeding_again_after_an_interruption_makes_nothing_twice() {
        try (var moodle = start()) {
            moodle.addUsers(TestSite.people(2));
            moodle.addCourses(TestSite.courses(1));
        }
        try (var moodle = start()) {
            assertEquals(List.of(5L, 6L, 7L), moodle.addUsers(TestSite.people(3)));
            assertEquals(List.of(2L, 3L), moodle.addCourses(TestSite.courses(2)));
        }
    }

    @Test
    void a_start_leaves_only_the_state_and_not_the_way_to_it() throws Exception {
        try (var moodle = start()) {
            long person = moodle.addUsers(TestSite.people(1)).get(0);
            long course = moodle.addCourses(TestSite.courses(1)).get(0);
            for (int i = 0; i < 5; i++) {
                TestSite.enrol(moodle, person, course, Optional.empty());
                TestSite.unenrol(moodle, person, course);
            }
        }
        start().close();
        var journal = Files.readString(folder.resolve("moodle.jsonl"));
        assertEquals(List.of("account", "category", "coursemade"), named(journal, "put"));
        assertEquals(List.of("enrolled"), named(journal, "gone"), "its ids are used up");
    }

    private static List<String> named(String journal, String change) {
        return Pattern.compile("\"" + change + "\":\"(\\w+)\"")
                .matcher(journal)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void a_folder_of_version_0_1_0_is_read_and_rewritten() throws Exception {
        Files.copy(StateTest.class.getResourceAsStream("/moodle-0.1.0.jsonl"), folder.resolve("moodle.jsonl"));
        for (int start = 0; start < 2; start++) {
            try (var moodle = start()) {
                var enrolment = moodle.enrolment(5, 2).orElseThrow();
                assertEquals(Optional.of(Instant.parse("2027-06-30T22:00:00Z")), enrolment.end());
                assertTrue(moodle.enrolment(6, 2).isEmpty());
                assertTrue(moodle.enrolment(6, 3).orElseThrow().suspended());
                assertTrue(TestSite.call(moodle, "core_course_get_courses_by_field", "")
                        .contains("\"value\":\"6\""));
                assertTrue(TestSite.completed(moodle, 5, 2));
            }
        }
        assertFalse(Files.readString(folder.resolve("moodle.jsonl")).contains("\"change\""));
    }

    @Test
    void an_id_is_not_used_again_after_a_restart() {
        try (var moodle = start()) {
            assertEquals(firstCohort(1), createCohort(moodle));
            TestSite.call(moodle, "core_cohort_delete_cohorts", "&cohortids[0]=1");
        }
        start().close();
        try (var moodle = start()) {
            assertEquals(firstCohort(2), createCohort(moodle));
        }
    }

    private static String firstCohort(long id) {
        return "[{\"id\":" + id;
    }

    private static String createCohort(MoodleFake moodle) {
        var reply = TestSite.call(
                moodle,
                "core_cohort_create_cohorts",
                "&cohorts[0][categorytype][type]=system&cohorts[0][categorytype][value]=&cohorts[0][name]=A"
                        + "&cohorts[0][idnumber]=A1");
        return reply.substring(0, reply.indexOf(','));
    }

    @Test
    void a_folder_belongs_to_one_stand_in_at_a_time() {
        try (var moodle = start()) {
            var refusal = assertThrows(IllegalStateException.class, this::start);
            assertTrue(String.valueOf(refusal.getMessage()).contains(folder.toString()));
            assertTrue(moodle.isEmpty());
        }
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (var moodle = start()) {
            int port = moodle.baseUri().getPort();
            var refusal = assertThrows(
                    UncheckedIOException.class,
                    () -> MoodleFake.start(new Settings(port, Optional.empty(), "t", MoodleVersion.V4_5)));
            assertTrue(String.valueOf(refusal.getMessage()).contains(":" + port));
        }
    }

    @Test
    void a_country_of_staff_fits() {
        var people = TestSite.people(75_000);
        try (var moodle = start()) {
            moodle.addUsers(people);
            moodle.addCourses(TestSite.courses(250));
        }
        try (var moodle = start()) {
            var courses = TestSite.call(moodle, "core_course_get_courses_by_field", "");
            assertTrue(courses.contains("\"K001\"") && courses.contains("\"K250\""));
            var person = TestSite.call(moodle, "core_user_get_users_by_field", "&field=idnumber&values[0]=KEY75000");
            assertTrue(person.contains("\"id\":75004"), person);
        }
    }

    private MoodleFake start() {
        return MoodleFake.start(settings(folder));
    }

    private static Settings settings(Path folder) {
        return new Settings(0, Optional.of(folder), TestSite.TOKEN, MoodleVersion.V4_5);
    }
}
