package dk.kvalitetsbro.moodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.LearningPlatform.Account;
import dk.kvalitetsbro.assignments.LearningPlatform.Enrolment;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.assignments.LearningPlatform.Unavailable;
import dk.kvalitetsbro.catalogue.CourseSource.Offered;
import dk.kvalitetsbro.moodle.fake.CourseSettings;
import dk.kvalitetsbro.moodle.fake.Fault;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.SiteState;
import dk.kvalitetsbro.moodle.fake.User;
import dk.kvalitetsbro.web.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What holds between the connector and every Moodle it is used with. */
abstract class MoodleBridgeContract {
    private static final PersonKey MAJA = new PersonKey("p1");
    private static final PersonKey KAREN = new PersonKey("p2");
    private static final PersonKey STRANGER = new PersonKey("p9");
    private static final long NO_COURSE = 404;

    private final RunningMoodle running;
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final MovableClock clock = new MovableClock();
    private final Barred barred = new Barred(jdbi, clock);
    private final Moodle moodle;
    private final MoodlePlatform platform;

    MoodleBridgeContract(MoodleVersion version) {
        running = new RunningMoodle(version);
        moodle = running.moodle();
        platform = RunningMoodle.platform(jdbi, moodle);
    }

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void moodle_is_never_asked_inside_a_transaction() {
        var inside = new Moodle(running.settings(), FixedTransaction.UNDER_WAY);

        assertThrows(
                IllegalStateException.class,
                () -> inside.ask(client -> client.site().info()));
        assertEquals(0, running.site.faults().calls("core_webservice_get_site_info"));
    }

    @Test
    void courses_come_with_hours_and_format_from_the_configured_fields() {
        var courses = running.courses(jdbi, moodle);

        assertEquals(
                Set.of(
                        new Offered(
                                running.numbers,
                                "K021",
                                "Tal & mængder",
                                OptionalInt.of(4),
                                Optional.of("WORKSHOP"),
                                true,
                                true,
                                true),
                        new Offered(
                                running.outside,
                                "",
                                "Ud i skoven",
                                OptionalInt.empty(),
                                Optional.empty(),
                                true,
                                true,
                                true)),
                Set.copyOf(courses.read()));
    }

    @Test
    void courses_come_with_what_keeps_people_out_of_them_or_from_being_heard_of() {
        running.site.setUp(running.numbers, CourseSettings.USUAL.withoutManualEnrolment());
        running.site.setUp(running.outside, CourseSettings.USUAL.withoutCompletion());

        assertEquals(
                Map.of(running.numbers, List.of(false, true), running.outside, List.of(true, false)),
                running.courses(jdbi, moodle).read().stream()
                        .collect(Collectors.toMap(
                                Offered::id, course -> List.of(course.takesEnrolments(), course.followsCompletion()))));
    }

    @Test
    void what_moodle_does_not_tell_of_a_course_is_believed_to_be_as_it_should() {
        running.site.setUp(running.outside, CourseSettings.USUAL.withoutCompletion());
        running.site.faults().revoke("moodle/course:update");

        assertTrue(running.courses(jdbi, moodle).read().stream().allMatch(Offered::followsCompletion));
    }

    @Test
    void a_course_is_opened_at_the_address_that_browsers_use() {
        var courses = running.courses(jdbi, moodle);

        assertEquals("https://kursus.example/course/view.php?id=7", courses.address(7));
    }

    @Test
    void people_are_enrolled_once_and_each_enrolment_is_told_apart() {
        var wanted = List.of(
                enrolment(1, MAJA, running.numbers),
                enrolment(2, STRANGER, running.numbers),
                enrolment(3, KAREN, NO_COURSE),
                enrolment(4, KAREN, running.outside));

        assertEquals(
                Map.of(1L, Result.ENROLLED, 2L, Result.NO_ACCOUNT, 3L, Result.NO_SUCH_COURSE, 4L, Result.ENROLLED),
                platform.enrol(wanted));
        assertEquals(Result.ALREADY_ENROLLED, platform.enrol(wanted).get(1L));
        assertEquals(Set.of(running.maja), enrolledIn(running.numbers));
    }

    @Test
    void two_assignments_of_the_same_course_to_the_same_person_are_both_answered() {
        assertEquals(
                Map.of(1L, Result.ENROLLED, 2L, Result.ENROLLED),
                platform.enrol(List.of(enrolment(1, MAJA, running.numbers), enrolment(2, MAJA, running.numbers))));
    }

    @Test
    void nobody_is_enrolled_when_two_accounts_have_the_same_idnumber() {
        running.site.addUsers(List.of(User.named("maja2", "Maja Lund", "p1")));

        assertEquals(Map.of(1L, Result.SEVERAL_ACCOUNTS), platform.enrol(List.of(enrolment(1, MAJA, running.numbers))));
        assertEquals(Set.of(), enrolledIn(running.numbers));
        assertEquals(Map.of(MAJA, Account.SEVERAL), platform.accounts(List.of(MAJA)));
    }

    @ParameterizedTest
    @CsvSource({
        "moodle/course:view, CAPABILITY_MISSING",
        "moodle/course:viewparticipants, CAPABILITY_MISSING",
        "enrol/manual:enrol, CAPABILITY_MISSING",
        "moodle/role:assign, ROLE_NOT_ASSIGNABLE",
        "moodle/site:accessallgroups, GROUPS_HIDDEN"
    })
    void a_right_that_the_connection_lacks_is_one_cause_and_people_wait_for_it(String right, String obstacle) {
        running.site.setUp(running.numbers, CourseSettings.USUAL.withSeparateGroups());
        running.site.faults().revoke("moodle/course:enrolreview");
        running.site.faults().revoke(right);
        var wanted = List.of(enrolment(1, MAJA, running.numbers), enrolment(2, KAREN, running.numbers));

        assertEquals(Map.of(1L, Result.UNKNOWN, 2L, Result.UNKNOWN), platform.enrol(wanted));
        assertEquals(0, running.site.enrolled(running.numbers));
        assertEquals(
                List.of(running.numbers + " " + obstacle),
                barred.all().stream()
                        .map(course -> course.course() + " " + course.obstacle())
                        .toList());

        running.site.faults().clear();
        assertEquals(Map.of(1L, Result.ENROLLED, 2L, Result.ENROLLED), platform.enrol(wanted));
        assertEquals(List.of(), barred.all());
    }

    @Test
    void a_connection_that_finds_nobody_at_all_calls_nobody_without_an_account() {
        new SmallTown(jdbi).centre("C1").pedagogue("p1", "C1").pedagogue("p9", "C1");
        assertEquals(Map.of(1L, Result.NO_ACCOUNT), platform.enrol(List.of(enrolment(1, STRANGER, running.numbers))));

        running.site.faults().revoke("moodle/user:viewalldetails");

        assertThrows(Unavailable.class, () -> platform.enrol(List.of(enrolment(1, STRANGER, running.numbers))));
        assertThrows(Unavailable.class, () -> platform.accounts(List.of(MAJA)));
    }

    @Test
    void a_course_without_manual_enrolment_is_told_apart_from_other_refusals() {
        running.site.setUp(running.numbers, CourseSettings.USUAL.withoutManualEnrolment());

        assertEquals(
                Map.of(1L, Result.NO_MANUAL_ENROLMENT), platform.enrol(List.of(enrolment(1, MAJA, running.numbers))));
    }

    @Test
    void a_lost_reply_to_an_enrolment_is_cleared_up_by_reading() {
        running.site.faults().next("enrol_manual_enrol_users", new Fault.CutAfter());

        assertEquals(Map.of(1L, Result.ENROLLED), platform.enrol(List.of(enrolment(1, MAJA, running.numbers))));
        assertEquals(Set.of(running.maja), enrolledIn(running.numbers));
    }

    @Test
    void a_moodle_in_maintenance_is_unavailable_and_not_a_refusal() {
        running.site.faults().siteIs(SiteState.MAINTENANCE);

        assertThrows(Unavailable.class, () -> platform.enrol(List.of(enrolment(1, MAJA, running.numbers))));
        assertThrows(Unavailable.class, () -> platform.accounts(List.of(MAJA)));
    }

    @Test
    void trouble_that_begins_between_finding_people_and_enrolling_them_leaves_them_unknown() {
        running.site.faults().next("core_enrol_get_enrolled_users", 9, Fault.html(502));

        assertEquals(Map.of(1L, Result.UNKNOWN), platform.enrol(List.of(enrolment(1, MAJA, running.numbers))));
    }

    @Test
    void accounts_are_found_by_idnumber() {
        assertEquals(Map.of(MAJA, Account.ACTIVE, STRANGER, Account.NONE), platform.accounts(List.of(MAJA, STRANGER)));
    }

    @Test
    void a_leader_who_waits_for_a_preview_waits_for_one_attempt() {
        running.site.faults().next("core_user_get_users_by_field", Fault.html(502));

        assertThrows(Unavailable.class, () -> platform.accounts(List.of(MAJA)));

        assertEquals(1, running.site.faults().calls("core_user_get_users_by_field"));
    }

    @Test
    void without_an_address_or_a_token_people_are_told_what_to_set() {
        var nowhere = new Moodle(
                new MoodleSettings(Optional.empty(), Optional.of("x"), Optional.empty(), 5, "hours", "format"),
                FixedTransaction.NONE);
        var nonsense = new Moodle(RunningMoodle.settings("not an address", "x"), FixedTransaction.NONE);

        assertEquals(
                "moodle.notConfigured",
                assertThrows(
                                Refusal.class,
                                () -> nowhere.ask(client -> client.site().info()))
                        .key());
        assertThrows(Refusal.class, () -> nonsense.ask(client -> client.site().info()));
        assertThrows(
                Unavailable.class, () -> RunningMoodle.platform(jdbi, nowhere).accounts(List.of(MAJA)));
    }

    private Set<Long> enrolledIn(long course) {
        return moodle.ask(client -> client.enrolments().in(course)).stream()
                .map(user -> user.id())
                .collect(Collectors.toSet());
    }

    private static Enrolment enrolment(long assignment, PersonKey person, long course) {
        return RunningMoodle.enrolment(assignment, person, course);
    }
}
