package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stand-in that is told to make trouble makes exactly that. */
class FaultsTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String ENROL = "enrol_manual_enrol_users";

    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());
    private MoodleFake moodle;
    private Rest rest;

    @BeforeEach
    void start() {
        moodle = MoodleFake.start(
                new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1), Clock.systemUTC(), pauses::add);
        moodle.addUsers(TestSite.people(3));
        moodle.addCourses(TestSite.courses(1));
        rest = new Rest(moodle.baseUri(), TOKEN);
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    @Test
    void a_connection_cut_before_the_function_runs_leaves_nothing() {
        moodle.faults().next(ENROL, new Fault.CutBefore());

        assertThrows(IOException.class, () -> enrol(5));
        assertEquals(0, moodle.enrolled(2));
    }

    @Test
    void a_connection_cut_after_it_ran_leaves_its_changes() {
        moodle.faults().next(ENROL, new Fault.CutAfter());

        assertThrows(IOException.class, () -> enrol(5));
        assertEquals(1, moodle.enrolled(2));
    }

    @Test
    void a_call_that_hangs_is_silent_and_then_cut_but_took_place() {
        moodle.faults().next(ENROL, new Fault.Hang(Duration.ofMinutes(2)));

        assertThrows(IOException.class, () -> enrol(5));
        assertEquals(List.of(Duration.ofMinutes(2)), pauses);
        assertEquals(1, moodle.enrolled(2));
    }

    @Test
    void a_call_that_hangs_before_the_function_runs_leaves_nothing() {
        moodle.faults().next(ENROL, new Fault.HangBefore(Duration.ofMinutes(2)));

        assertThrows(IOException.class, () -> enrol(5));
        assertEquals(List.of(Duration.ofMinutes(2)), pauses);
        assertEquals(0, moodle.enrolled(2));
    }

    @Test
    void a_late_call_takes_place_and_is_answered() throws Exception {
        moodle.faults().next(ENROL, new Fault.Late(Duration.ofSeconds(50)));

        assertEquals("null", enrol(5));
        assertEquals(List.of(Duration.ofSeconds(50)), pauses);
        assertEquals(1, moodle.enrolled(2));
    }

    @Test
    void a_slow_call_is_answered_all_the_same() throws Exception {
        moodle.faults().next(ENROL, new Fault.Slow(Duration.ofSeconds(50)));

        assertEquals("null", enrol(5));
        assertEquals(List.of(Duration.ofSeconds(50)), pauses);
    }

    @Test
    void a_page_may_come_instead_of_a_reply_before_or_after_the_function_ran() throws Exception {
        moodle.faults().next(ENROL, Fault.html(502));
        moodle.faults().next(ENROL, new Fault.PageAfter(504));

        assertTrue(enrol(5).startsWith("<html>502"));
        assertEquals(0, moodle.enrolled(2));
        assertTrue(enrol(5).startsWith("<html>504"));
        assertEquals(1, moodle.enrolled(2));
    }

    @Test
    void half_of_the_json_may_arrive() throws Exception {
        moodle.faults().next("core_user_get_users_by_field", new Fault.HalfReply());
        var whole = rest.send("core_user_get_users_by_field", "field=id", "values[0]=5");
        var again = rest.send("core_user_get_users_by_field", "field=id", "values[0]=5");

        assertEquals(again.body().substring(0, again.body().length() / 2), whole.body());
    }

    @Test
    void an_upgrade_lasts_for_as_many_calls_as_it_is_told() {
        moodle.faults().siteIs(SiteState.UPGRADE_RUNNING, 2);

        assertEquals("upgraderunning", rest.errorCode("core_course_get_courses"));
        assertEquals("upgraderunning", rest.errorCode("core_webservice_get_site_info"));
        rest.call("core_course_get_courses");
    }

    @Test
    void a_lost_token_is_unknown_from_then_on() {
        moodle.faults().siteIs(SiteState.TOKEN_LOST);

        assertEquals("invalidtoken", rest.errorCode("core_course_get_courses"));
        assertEquals("invalidtoken", rest.errorCode("core_course_get_courses"));
    }

    @Test
    void variables_beyond_the_limit_are_dropped_without_a_word() throws Exception {
        moodle.faults().maxInputVars(8);

        assertEquals("null", enrol(5, 6, 7), "three of the call's own variables and two rows fit");
        assertEquals(2, moodle.enrolled(2));
        moodle.faults().clear();
        enrol(7);
        assertEquals(3, moodle.enrolled(2));
    }

    @Test
    void the_same_seed_makes_the_same_trouble() {
        assertEquals(trouble(7), trouble(7));
        assertNotEquals(trouble(7), trouble(8));
        assertEquals(20, trouble(7).stream().filter(Optional::isPresent).count(), 10);
    }

    private static List<Optional<Fault>> trouble(long seed) {
        var faults = RandomFaults.seeded(seed, 0.2);
        return IntStream.range(0, 100).mapToObj(i -> faults.next()).toList();
    }

    @Test
    void random_trouble_ends_when_it_is_cleared() {
        moodle.faults().random(RandomFaults.seeded(1, 1));
        assertThrows(RuntimeException.class, () -> {
            for (int i = 0; i < 20; i++) {
                rest.call("core_course_get_courses");
            }
        });
        moodle.faults().clear();
        rest.call("core_course_get_courses");
    }

    @Test
    void a_file_can_tell_of_all_of_it(@TempDir Path folder) throws Exception {
        var file = Files.writeString(
                folder.resolve("faults.json"),
                """
                [{"function": "core_course_get_courses", "times": 2, "fault": "exception", "errorcode": "e"},
                 {"function": "core_course_get_courses", "fault": "unavailable", "seconds": 7},
                 {"site": "MAINTENANCE", "calls": 1},
                 {"maxInputVars": 8},
                 {"withhold": "core_cohort_get_cohorts"},
                 {"revoke": "moodle/user:create"}]
                """);
        new FaultScript(moodle.faults()).run(file);

        assertEquals("sitemaintenance", rest.errorCode("core_course_get_courses"));
        assertEquals("e", rest.errorCode("core_course_get_courses"));
        assertEquals("e", rest.errorCode("core_course_get_courses"));
        var down = rest.send("core_course_get_courses");
        assertEquals(503, down.statusCode());
        assertEquals(Optional.of("7"), down.headers().firstValue("retry-after"));
        assertEquals("accessexception", rest.errorCode("core_cohort_get_cohorts"));
        enrol(5, 6, 7);
        assertEquals(2, moodle.enrolled(2));
    }

    @ParameterizedTest
    @EnumSource(names = "RUNNING", mode = EnumSource.Mode.EXCLUDE)
    void a_site_in_any_state_does_nothing_of_what_it_is_asked(SiteState state) throws Exception {
        moodle.faults().siteIs(state);
        enrol(5);

        assertEquals(0, moodle.enrolled(2));
    }

    @Test
    void a_capability_is_missed_where_it_was_seen_to_be_missed() {
        moodle.faults().revoke("moodle/user:viewalldetails");
        assertEquals(
                0,
                rest.array("core_user_get_users_by_field", "field=idnumber", "values[0]=KEY1")
                        .size());
        assertEquals(
                1,
                rest.array("core_user_get_users_by_field", "field=id", "values[0]=5")
                        .size());

        moodle.faults().revoke("moodle/course:update");
        var course = rest.object("core_course_get_courses_by_field", "field=id", "value=2")
                .getJsonArray("courses")
                .getJsonObject(0);
        assertEquals(Optional.empty(), Optional.ofNullable(course.get("idnumber")));

        moodle.faults().clear();
        moodle.faults().revoke("moodle/course:view");
        assertEquals("requireloginerror", rest.errorCode(ENROL, row(0, 5)));
        assertEquals(0, rest.array("core_enrol_get_users_courses", "userid=5").size());
        assertThrows(IllegalArgumentException.class, () -> moodle.faults().revoke("moodle/nope:nope"));
    }

    @Test
    void calls_are_counted_by_function_and_in_all() {
        rest.call("core_course_get_courses");
        rest.reply(ENROL);

        assertEquals(1, moodle.faults().calls(ENROL));
        assertEquals(2, moodle.faults().calls());
        assertTrue(rest.reply(ENROL) instanceof JsonObject);
    }

    private String enrol(long... users) throws IOException {
        var rows =
                IntStream.range(0, users.length).mapToObj(i -> row(i, users[i])).toArray(String[]::new);
        return rest.send(ENROL, rows).body();
    }

    private static String row(int index, long user) {
        return "enrolments[%1$d][roleid]=5&enrolments[%1$d][userid]=%2$d&enrolments[%1$d][courseid]=2"
                .formatted(index, user);
    }
}
