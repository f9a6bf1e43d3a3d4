package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What clients rely on, written once for stand-ins and real sites. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MoodleContract {
    private static final String ENROL = "enrol_manual_enrol_users";
    private static final String UNENROL = "enrol_manual_unenrol_users";
    private static final String STATUS = "core_completion_get_course_completion_status";
    private static final String TOGETHER = "tool_mobile_call_external_functions";
    private static final long NOBODY = 999_999_999;
    private static final long LONG_AGO = 1_000_000_000;

    /** 4.5 says which table lacks the row, 5.1 does not. */
    private static final Set<String> NO_USER = Set.of("invaliduser", "invalidrecordunknown");

    private static final Set<String> NO_RECORD = Set.of("invalidrecord", "invalidrecordunknown");

    /**
     * A site that the tests may use.
     *
     * @param one    somebody who may be enrolled and unenrolled
     * @param other  somebody else
     * @param course where
     */
    record SiteUnderTest(Rest rest, long one, long other, long course) {}

    private SiteUnderTest site;
    private Rest rest;

    abstract SiteUnderTest site();

    @BeforeEach
    void nobodyIsEnrolled() {
        site = site();
        rest = site.rest();
        unenrolBoth();
    }

    @AfterEach
    void unenrolBoth() {
        rest.call(UNENROL, "enrolments[0][userid]=" + site.one(), "enrolments[0][courseid]=" + site.course());
        rest.call(UNENROL, "enrolments[0][userid]=" + site.other(), "enrolments[0][courseid]=" + site.course());
    }

    @Test
    void a_wrong_token_is_an_error_in_a_200() throws Exception {
        var reply = new Rest(rest.site(), "0".repeat(32)).send("core_webservice_get_site_info");

        assertEquals(200, reply.statusCode());
        assertEquals("invalidtoken", ((JsonObject) Rest.json(reply.body())).getString("errorcode"));
    }

    @Test
    void an_unknown_function_is_a_missing_record() {
        assertTrue(NO_RECORD.contains(rest.errorCode("core_nope_nope")));
    }

    @Test
    void without_a_format_an_error_is_xml() throws Exception {
        var reply = rest.post("wstoken=" + "0".repeat(32) + "&wsfunction=core_webservice_get_site_info");

        assertTrue(reply.body().contains("<ERRORCODE>invalidtoken</ERRORCODE>"), reply.body());
    }

    @Test
    void the_site_tells_its_version_and_what_the_token_may_call() {
        var info = rest.object("core_webservice_get_site_info");

        assertTrue(info.getString("release").matches("\\d+\\.\\d+.*"));
        assertTrue(info.getJsonArray("functions").toString().contains(ENROL));
    }

    @Test
    void somebody_enrolled_is_in_the_course_and_a_second_time_changes_nothing() {
        assertEquals(JsonValue.NULL, rest.call(ENROL, row(0, site.one())));
        assertEquals(JsonValue.NULL, rest.call(ENROL, row(0, site.one())));

        assertEquals(List.of(site.one()), enrolledOfBoth());
    }

    @Test
    void a_duplicate_within_a_call_is_no_error() {
        rest.call(ENROL, row(0, site.one()), row(1, site.one()));

        assertEquals(List.of(site.one()), enrolledOfBoth());
    }

    @Test
    void an_unknown_user_undoes_the_whole_call() {
        assertTrue(NO_USER.contains(rest.errorCode(ENROL, row(0, site.one()), row(1, NOBODY), row(2, site.other()))));

        assertEquals(List.of(), enrolledOfBoth());
    }

    @Test
    void an_unknown_course_undoes_the_whole_call() {
        var unknown = row(1, site.other()).replace("courseid]=" + site.course(), "courseid]=" + NOBODY);

        assertEquals("invalidparameter", rest.errorCode(ENROL, row(0, site.one()), unknown));
        assertEquals(List.of(), enrolledOfBoth());
    }

    @Test
    void a_row_that_lacks_a_field_or_has_one_too_many_undoes_the_whole_call() {
        var incomplete = row(1, site.other()).replaceFirst("enrolments\\[1]\\[roleid]=5&", "");

        assertEquals("invalidparameter", rest.errorCode(ENROL, row(0, site.one()), incomplete));
        assertEquals("invalidparameter", rest.errorCode(ENROL, row(0, site.one()), "enrolments[0][foo]=1"));
        assertEquals(
                "invalidparameter", rest.errorCode(ENROL, row(0, site.one()).replace("]=5", "]=x")));
        assertEquals("invalidparameter", rest.errorCode(ENROL));
        assertEquals(List.of(), enrolledOfBoth());
    }

    @Test
    void a_role_that_can_not_be_given_is_named() {
        assertEquals(
                "wsusercannotassign", rest.errorCode(ENROL, row(0, site.one()).replace("[roleid]=5", "[roleid]=1")));
    }

    @Test
    void enrolling_again_without_a_suspension_ends_it() {
        rest.call(ENROL, row(0, site.one()), "enrolments[0][suspend]=1");
        assertEquals("usernotenroled", rest.errorCode(STATUS, courseAndUser(site.one())));
        assertEquals(List.of(site.one()), enrolledOfBoth());

        rest.call(ENROL, row(0, site.one()));
        rest.call(STATUS, courseAndUser(site.one()));
    }

    @Test
    void enrolling_again_without_an_end_erases_it() {
        rest.call(ENROL, row(0, site.one()), "enrolments[0][timeend]=" + LONG_AGO);
        assertEquals("usernotenroled", rest.errorCode(STATUS, courseAndUser(site.one())));

        rest.call(ENROL, row(0, site.one()));
        rest.call(STATUS, courseAndUser(site.one()));
    }

    @Test
    void unenrolling_somebody_who_is_not_enrolled_is_no_error_but_somebody_unknown_is() {
        assertEquals(
                JsonValue.NULL,
                rest.call(UNENROL, "enrolments[0][userid]=" + site.one(), "enrolments[0][courseid]=" + site.course()));
        assertTrue(NO_USER.contains(rest.errorCode(
                UNENROL, "enrolments[0][userid]=" + NOBODY, "enrolments[0][courseid]=" + site.course())));
    }

    @Test
    void a_course_not_completed_says_so_and_tells_no_time() {
        rest.call(ENROL, row(0, site.one()));
        var status = rest.object(STATUS, courseAndUser(site.one())).getJsonObject("completionstatus");

        assertFalse(status.getBoolean("completed"));
        var criterion = status.getJsonArray("completions").getJsonObject(0);
        assertTrue(criterion.isNull("timecompleted"));
        assertFalse(criterion.getBoolean("complete"));
    }

    @Test
    void completion_of_somebody_not_enrolled_or_unknown_is_an_error() {
        assertEquals("usernotenroled", rest.errorCode(STATUS, courseAndUser(site.one())));
        assertTrue(NO_USER.contains(rest.errorCode(STATUS, courseAndUser(NOBODY))));
        assertTrue(NO_RECORD.contains(rest.errorCode(STATUS, "courseid=" + NOBODY, "userid=" + site.one())));
    }

    @Test
    void several_calls_in_one_stop_at_the_first_error() {
        rest.call(ENROL, row(0, site.one()));
        var responses = rest.object(TOGETHER, request(0, site.one()), request(1, site.other()), request(2, site.one()))
                .getJsonArray("responses");

        assertEquals(2, responses.size());
        assertFalse(responses.getJsonObject(0).getBoolean("error"));
        var data = (JsonObject) Rest.json(responses.getJsonObject(0).getString("data"));
        assertTrue(data.containsKey("completionstatus"));
        assertTrue(responses.getJsonObject(1).getBoolean("error"));
        var error = (JsonObject) Rest.json(responses.getJsonObject(1).getString("exception"));
        assertEquals("usernotenroled", error.getString("errorcode"));
    }

    @Test
    void accounts_are_told_by_id_once_each_and_unknown_ones_left_out() {
        long first = Math.min(site.one(), site.other());
        long second = Math.max(site.one(), site.other());
        var users = rest.array(
                "core_user_get_users_by_field",
                "field=id",
                "values[0]=" + second,
                "values[1]=" + NOBODY,
                "values[2]=" + first,
                "values[3]=" + second);

        assertEquals(
                List.of(first, second),
                users.getValuesAs(JsonObject.class).stream()
                        .map(MoodleContract::id)
                        .toList());
    }

    @Test
    void unknown_courses_are_left_out_and_an_unknown_field_is_an_error() {
        var reply = rest.object("core_course_get_courses_by_field", "field=id", "value=" + NOBODY);

        assertEquals(0, reply.getJsonArray("courses").size());
        assertEquals("invalidparameter", rest.errorCode("core_course_get_courses_by_field", "field=x", "value=1"));
    }

    private List<Long> enrolledOfBoth() {
        return rest
                .array(
                        "core_enrol_get_enrolled_users",
                        "courseid=" + site.course(),
                        "options[0][name]=userfields",
                        "options[0][value]=id,idnumber")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(MoodleContract::id)
                .filter(List.of(site.one(), site.other())::contains)
                .toList();
    }

    private static long id(JsonObject row) {
        return row.getJsonNumber("id").longValue();
    }

    private String row(int index, long user) {
        return "enrolments[%1$d][roleid]=5&enrolments[%1$d][userid]=%2$d&enrolments[%1$d][courseid]=%3$d"
                .formatted(index, user, site.course());
    }

    private String[] courseAndUser(long user) {
        return new String[] {"courseid=" + site.course(), "userid=" + user};
    }

    private String request(int index, long user) {
        return "requests[%1$d][function]=%2$s&requests[%1$d][arguments]={\"courseid\":%3$d,\"userid\":%4$d}"
                .formatted(index, STATUS, site.course(), user);
    }
}
