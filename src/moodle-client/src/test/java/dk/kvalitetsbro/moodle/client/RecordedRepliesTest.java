package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.CourseCompletion.Completed;
import dk.kvalitetsbro.moodle.client.CourseCompletion.NotCompleted;
import dk.kvalitetsbro.moodle.client.CourseCompletion.NotTold;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of replies recorded from real sites. */
class RecordedRepliesTest {
    private static final String SITE_INFO = "core_webservice_get_site_info";
    private static final String COURSES = "core_course_get_courses_by_field";
    private static final String USERS = "core_user_get_users_by_field";
    private static final String ENROLLED = "core_enrol_get_enrolled_users";
    private static final String ENROL = "enrol_manual_enrol_users";
    private static final String TOGETHER = "tool_mobile_call_external_functions";

    private ScriptedMoodle moodle;

    @BeforeEach
    void start() throws Exception {
        moodle = new ScriptedMoodle();
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    @ParameterizedTest
    @CsvSource({"4.5, 2024100705.01", "5.1, 2025100600.02"})
    void the_site_tells_its_version_and_what_the_token_may_call(String moodleVersion, String version) {
        var site = moodle.answers(Recording.of(moodleVersion, SITE_INFO, "success"))
                .client()
                .site()
                .info();

        assertEquals(version, site.version());
        assertEquals("ws_integration", site.username());
        assertTrue(site.functions().contains(ENROL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void courses_carry_their_codes_and_categories(String version) {
        var courses = moodle.answers(Recording.of(version, COURSES, "ids"))
                .client()
                .courses()
                .all();

        var course = courses.stream().filter(c -> c.id() == 2).findFirst().orElseThrow();
        assertEquals("C1", course.shortname());
        assertEquals(Optional.of("CRS001"), course.idnumber());
        assertEquals(Optional.of("Mandatory training"), course.category());
        assertEquals(Optional.empty(), course.end(), "0 is Moodle's word for never");
        assertTrue(course.start().isPresent());
        assertTrue(course.visible());
        assertEquals(Optional.of(true), course.completion());
        assertEquals(Optional.of(Set.of("manual")), course.enrolments());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void a_token_without_rights_gets_courses_without_codes(String version) {
        var courses = moodle.answers(Recording.of(version, COURSES, "missing_capability"))
                .client()
                .courses()
                .all();

        assertEquals(
                List.of(Optional.empty()),
                courses.stream().map(Course::idnumber).toList());
        assertEquals(
                List.of(Optional.empty()),
                courses.stream().map(Course::completion).toList(),
                "nor whether they follow completions");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void accounts_are_found_by_idnumber(String version) {
        var users = moodle.answers(Recording.of(version, USERS, "success"))
                .client()
                .users()
                .byIdnumbers(List.of("EMP00001", "EMP00002", "NOPE"));

        assertEquals(
                List.of(
                        new User(5, "u00001", "First1 Last1", Optional.of("EMP00001"), false),
                        new User(6, "u00002", "First2 Last2", Optional.of("EMP00002"), false)),
                users);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void enrolled_users_are_read_with_nothing_but_their_keys(String version) throws Exception {
        var enrolled = moodle.answers(Recording.of(version, ENROLLED, "options"))
                .client()
                .enrolments()
                .in(2);

        assertEquals(new EnrolledUser(10, Optional.of("EMP00006")), enrolled.get(0));
        assertTrue(moodle.fields().contains("options[0][value]=id,idnumber"));
    }

    @ParameterizedTest
    @CsvSource({"4.5, invalidrecord", "5.1, invalidrecordunknown"})
    void an_exception_in_a_200_reply_is_a_refusal_with_moodles_errorcode(String version, String errorCode) {
        moodle.answers(Recording.of(version, ENROLLED, "unknown_course"));

        var refused =
                assertThrows(Refused.class, () -> moodle.client().enrolments().in(9_999_999));
        assertEquals(errorCode, refused.errorCode());
        assertEquals(1, moodle.calls(), "a refusal is not asked again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void an_unknown_token_is_for_the_administrator(String version) {
        moodle.answers(Recording.of(version, SITE_INFO, "invalid_token"));

        var notAllowed =
                assertThrows(NotAllowed.class, () -> moodle.client().site().info());
        assertEquals(Obstacle.TOKEN_UNKNOWN, notAllowed.obstacle());
        assertEquals("invalidtoken", notAllowed.errorCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void xml_where_json_was_due_is_no_reply(String version) {
        for (int i = 0; i < 4; i++) {
            moodle.answers(Recording.of(version, SITE_INFO, "xml_default_invalid_token"));
        }
        assertThrows(Unavailable.class, () -> moodle.client().site().info());
    }

    @ParameterizedTest
    @CsvSource({
        "4.5, missing_capability, CAPABILITY_MISSING",
        "5.1, missing_capability, CAPABILITY_MISSING",
        "4.5, role_not_assignable, ROLE_NOT_ASSIGNABLE",
        "5.1, role_not_assignable, ROLE_NOT_ASSIGNABLE"
    })
    void a_missing_right_in_one_course_refuses_its_rows_with_the_remedy(
            String version, String recording, Obstacle obstacle) {
        moodle.offers().answers("[]").answers("[]").answers(Recording.of(version, ENROL, recording));

        var results = moodle.client().enrolments().enrol(List.of(Enrolment.of(5, 42), Enrolment.of(6, 42)));
        for (var result : results) {
            var no = assertInstanceOf(Outcome.NotAllowed.class, result.outcome());
            assertEquals(obstacle, no.obstacle());
        }
        assertEquals(4, moodle.calls(), "a right that is missing for one is missing for all");
    }

    @ParameterizedTest
    @CsvSource({"4.5, invalidrecord", "5.1, invalidrecordunknown"})
    void completions_go_on_behind_the_pair_that_stopped_the_batch(String version, String errorCode) {
        moodle.offers(TOGETHER)
                .answers(Recording.of(version, TOGETHER, "stops_at_first_error"))
                .answers(together("{\\\"completionstatus\\\":{\\\"completed\\\":false,\\\"completions\\\":[]}}"));

        var answers = moodle.client().completions().of(List.of(new Pair(5, 2), new Pair(5, 999_999), new Pair(6, 2)));

        assertEquals(new Completed(Optional.empty()), answers.get(0).state());
        assertEquals(
                errorCode,
                assertInstanceOf(NotTold.class, answers.get(1).state()).errorCode());
        assertEquals(new NotCompleted(), answers.get(2).state());
        assertEquals(new Pair(6, 2), answers.get(2).pair());
        assertEquals(3, moodle.calls());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void completions_are_asked_one_by_one_where_batches_are_not_in_the_service(String version) {
        var status = "core_completion_get_course_completion_status";
        moodle.offers()
                .answers(Recording.of(version, status, "success_completed"))
                .answers(Recording.of(version, status, "not_enrolled"))
                .answers(Recording.of(version, status, "success"));

        var answers = moodle.client().completions().of(List.of(new Pair(5, 2), new Pair(6, 52), new Pair(6, 2)));

        assertEquals(new Completed(Optional.empty()), answers.get(0).state());
        assertEquals(
                "usernotenroled",
                assertInstanceOf(NotTold.class, answers.get(1).state()).errorCode());
        assertEquals(new NotCompleted(), answers.get(2).state());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void a_completion_function_outside_the_service_is_for_the_administrator(String version) {
        moodle.offers().answers("{\"exception\":\"webservice_access_exception\",\"errorcode\":\"accessexception\"}");

        assertThrows(NotAllowed.class, () -> moodle.client().completions().of(List.of(new Pair(5, 2), new Pair(6, 2))));
    }

    @Test
    void a_completion_carries_its_time_where_a_criterion_tells() {
        moodle.answers("{\"completionstatus\":{\"completed\":true,"
                + "\"completions\":[{\"timecompleted\":1795328480},{\"timecompleted\":null}]}}");

        var answer = moodle.client().completions().of(List.of(new Pair(5, 2))).get(0);
        assertEquals(new Completed(Optional.of(Instant.ofEpochSecond(1_795_328_480))), answer.state());
    }

    private static String together(String data) {
        return "{\"responses\":[{\"error\":false,\"data\":\"" + data + "\"}]}";
    }
}
