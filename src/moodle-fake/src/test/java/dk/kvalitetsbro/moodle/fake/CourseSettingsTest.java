package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Courses that are not as usual, and accounts that may not see them, as real sites were seen to answer. */
class CourseSettingsTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String ENROL = "enrol_manual_enrol_users";
    private static final String STATUS = "core_completion_get_course_completion_status";
    private static final String[] ROW = {
        "enrolments[0][roleid]=5", "enrolments[0][userid]=5", "enrolments[0][courseid]=2"
    };

    private MoodleFake moodle;
    private Rest rest;

    @BeforeEach
    void start() {
        moodle = MoodleFake.start(new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V4_5));
        moodle.addUsers(TestSite.people(2));
        moodle.addCourses(TestSite.courses(2));
        rest = new Rest(moodle.baseUri(), TOKEN);
        rest.call(ENROL, ROW);
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    @Test
    void a_hidden_course_is_there_only_for_those_who_may_see_hidden_ones() {
        moodle.setUp(2, CourseSettings.USUAL.hidden());
        assertEquals(0, course(2).orElseThrow().getInt("visible"));

        moodle.faults().revoke("moodle/course:viewhiddencourses");
        assertEquals(Optional.empty(), course(2));
        assertTrue(course(3).isPresent());
        assertEquals("requireloginerror", rest.errorCode(ENROL, ROW));
        assertEquals("errorcoursecontextnotvalid", rest.errorCode("core_enrol_get_enrolled_users", "courseid=2"));
    }

    @Test
    void nobody_can_be_enrolled_from_outside_where_manual_enrolment_is_off() {
        moodle.setUp(2, CourseSettings.USUAL.withoutManualEnrolment());

        assertEquals("wsnoinstance", rest.errorCode(ENROL, ROW));
        assertEquals(
                0, course(2).orElseThrow().getJsonArray("enrollmentmethods").size());
    }

    @Test
    void a_course_without_criterion_or_completion_has_no_status() {
        moodle.setUp(2, CourseSettings.USUAL.withoutCriterion());
        assertEquals("nocriteriaset", rest.errorCode(STATUS, "courseid=2", "userid=5"));

        moodle.setUp(2, CourseSettings.USUAL.withoutCompletion());
        assertEquals("cannotviewreport", rest.errorCode(STATUS, "courseid=2", "userid=5"));
        assertEquals(0, course(2).orElseThrow().getInt("enablecompletion"));
    }

    @Test
    void people_in_separate_groups_are_hidden_from_those_outside_them() {
        moodle.setUp(2, CourseSettings.USUAL.withSeparateGroups());
        assertEquals(
                1, rest.array("core_enrol_get_enrolled_users", "courseid=2").size());
        assertEquals(1, course(2).orElseThrow().getInt("groupmode"));

        moodle.faults().revoke("moodle/site:accessallgroups");
        assertEquals(
                0, rest.array("core_enrol_get_enrolled_users", "courseid=2").size());
        assertEquals("accessdenied", rest.errorCode(STATUS, "courseid=2", "userid=5"));
    }

    @Test
    void a_deleted_account_is_out_of_its_courses_and_found_nowhere() {
        moodle.deleteUser(5);

        assertEquals(0, moodle.enrolled(2));
        assertEquals("invaliduser", rest.errorCode(STATUS, "courseid=2", "userid=5"));
        assertEquals(
                0,
                rest.array("core_user_get_users_by_field", "field=id", "values[0]=5")
                        .size());
    }

    @Test
    void participants_can_be_read_with_either_of_two_capabilities() {
        moodle.faults().revoke("moodle/course:viewparticipants");
        rest.call("core_enrol_get_enrolled_users", "courseid=2");

        moodle.faults().revoke("moodle/course:enrolreview");
        assertEquals("nopermissions", rest.errorCode("core_enrol_get_enrolled_users", "courseid=2"));
    }

    @Test
    void a_suspended_enrolment_counts_as_none_where_moodle_asks_who_is_active() {
        rest.call(ENROL, ROW[0], ROW[1], ROW[2], "enrolments[0][suspend]=1");

        assertEquals("usernotenroled", rest.errorCode(STATUS, "courseid=2", "userid=5"));
        assertEquals(0, rest.array("core_enrol_get_users_courses", "userid=5").size());
        assertEquals(
                1, rest.array("core_enrol_get_enrolled_users", "courseid=2").size());
    }

    @Test
    void a_deleted_course_takes_its_enrolments_along() {
        long feedback = moodle.addFeedback(2, "Evaluering", true, List.of());
        moodle.deleteCourse(2);

        assertEquals("invalidrecord", rest.errorCode("core_enrol_get_enrolled_users", "courseid=2"));
        assertEquals("invalidrecord", rest.errorCode("mod_feedback_get_items", "feedbackid=" + feedback));
        assertEquals(0, rest.array("core_enrol_get_users_courses", "userid=5").size());
        assertEquals(0, moodle.enrolled(2));
    }

    @Test
    void names_come_as_moodle_formats_them() {
        moodle.addCourses(List.of(new Course("N", "N", "Leg & <b>læring</b> i 0 < 3 år", "", "K", List.of())));

        assertEquals("Leg &amp; læring i 0 < 3 år", course(4).orElseThrow().getString("fullname"));
    }

    private Optional<JsonObject> course(long id) {
        return rest
                .object("core_course_get_courses_by_field", "field=id", "value=" + id)
                .getJsonArray("courses")
                .getValuesAs(JsonObject.class)
                .stream()
                .findFirst();
    }
}
