package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The plugin on a site that has it, in what the recordings of its functions do not show. */
class PluginTest {
    private static final String TOKEN = "0123456789abcdef";
    private static final String ENROL = "local_kvalitetsbro_enrol_users";
    private static final String COMPLETIONS = "local_kvalitetsbro_get_completions";

    private MoodleFake moodle;
    private Rest rest;

    @BeforeEach
    void start() {
        moodle = MoodleFake.start(new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1).withPlugin());
        moodle.addUsers(TestSite.people(6));
        moodle.addCourses(TestSite.courses(1));
        rest = new Rest(moodle.baseUri(), TOKEN);
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    @Test
    void a_site_has_the_functions_only_when_it_is_told_to() {
        assertTrue(names(rest).contains(ENROL));
        try (var without = MoodleFake.start(new Settings(0, Optional.empty(), TOKEN, MoodleVersion.V5_1))) {
            assertFalse(names(new Rest(without.baseUri(), TOKEN)).contains(ENROL));
        }
    }

    @Test
    void each_row_stands_alone_and_dates_are_kept() {
        assertEquals(List.of("done"), enrol("expected=1", row(0, 5, 2, "timeend=1900000000")));
        assertEquals(
                List.of("already", "refused invaliduser", "done", "refused invalidrecord"),
                enrol("expected=4", row(0, 5, 2), row(1, 9_999_999, 2), row(2, 6, 2), row(3, 6, 9_999_999)));

        assertEquals(
                Optional.of(Instant.ofEpochSecond(1_900_000_000)),
                moodle.enrolment(5, 2).orElseThrow().end());
        assertEquals(2, moodle.enrolled(2));
    }

    @Test
    void dates_change_where_the_caller_says_so() {
        enrol("expected=1", row(0, 5, 2, "timeend=1900000000"));

        assertEquals(List.of("done"), enrol("expected=1", "keepdates=0", row(0, 5, 2, "suspend=1")));
        assertEquals(Optional.empty(), moodle.enrolment(5, 2).orElseThrow().end());
        assertTrue(moodle.enrolment(5, 2).orElseThrow().suspended());
    }

    @Test
    void a_call_that_php_cut_is_refused_as_a_whole() {
        assertEquals("rowsmissing", rest.errorCode(ENROL, "expected=2", row(0, 5, 2)));
        assertEquals(0, moodle.enrolled(2));
    }

    @Test
    void unenrolling_says_who_was_not_enrolled() {
        enrol("expected=1", row(0, 5, 2));

        assertEquals(
                List.of("done", "already"),
                statuses(rest.object("local_kvalitetsbro_unenrol_users", "expected=2", row(0, 5, 2), row(1, 6, 2))));
        assertEquals(0, moodle.enrolled(2));
    }

    @Test
    void completions_of_one_second_are_told_page_by_page_and_none_is_missed() {
        enrol("expected=5", row(0, 5, 2), row(1, 6, 2), row(2, 7, 2), row(3, 8, 2), row(4, 9, 2));
        for (long user = 5; user <= 9; user++) {
            moodle.completeOtherwise(user, 2, Instant.ofEpochSecond(user < 9 ? 1_000 : 999));
        }

        var first = rest.object(COMPLETIONS, "since=999", "afterid=5", "limit=3");
        assertEquals(List.of(5, 6, 7), users(first));
        assertTrue(first.getBoolean("more"));
        var second = rest.object(COMPLETIONS, "since=1000", "afterid=3", "limit=3");
        assertEquals(List.of(8), users(second));
        assertFalse(second.getBoolean("more"));
        assertEquals("limitinvalid", rest.errorCode(COMPLETIONS, "since=0", "afterid=0", "limit=5001"));
    }

    @Test
    void a_reason_is_kept_only_while_reasons_are_shown_and_what_a_row_leaves_out_stays() {
        enrol("expected=1", row(0, 5, 2, "reason=Tema", "duedate=1900000000", "assignedby=6"));
        assertEquals(
                new Assignment(Optional.empty(), Optional.of(Instant.ofEpochSecond(1_900_000_000)), OptionalLong.of(6)),
                moodle.assignment(5, 2).orElseThrow());

        moodle.showReasons(true);
        assertEquals(List.of("done"), enrol("expected=1", row(0, 5, 2, "reason=Tema", "duedate=0")));
        assertEquals(
                new Assignment(Optional.of("Tema"), Optional.empty(), OptionalLong.of(6)),
                moodle.assignment(5, 2).orElseThrow());
    }

    @Test
    void an_assignment_goes_with_the_last_enrolment_and_stays_without_a_leader_who_left() {
        enrol("expected=2", row(0, 5, 2, "assignedby=7"), row(1, 6, 2, "assignedby=7"));
        moodle.deleteUser(7);
        TestSite.unenrol(moodle, 6, 2);

        assertEquals(OptionalLong.empty(), moodle.assignment(5, 2).orElseThrow().assignedBy());
        assertEquals(Optional.empty(), moodle.assignment(6, 2));
        moodle.deleteCourse(2);
        assertEquals(Optional.empty(), moodle.assignment(5, 2));
    }

    @Test
    void a_link_and_a_theme_that_are_gone_show_in_the_catalogue() {
        rest.call("local_kvalitetsbro_set_themes", "expected=1", "rows[0][code]=APU&rows[0][name]=Autonomi");
        rest.call("local_kvalitetsbro_attach_course", "courseid=2", "themecode=APU");
        assertEquals("[{\"code\":\"APU\",\"state\":\"attached\"}]", themes());

        rest.call("core_competency_remove_competency_from_course", "courseid=2", "competencyid=1");
        assertEquals("[{\"code\":\"APU\",\"state\":\"removed\"}]", themes());
        rest.call("core_competency_delete_competency", "id=1");
        assertEquals("[]", themes());
    }

    private String themes() {
        var courses = rest.object("local_kvalitetsbro_get_catalogue", "since=0", "afterid=0", "limit=1")
                .getJsonArray("courses");
        return courses.getJsonObject(0).getJsonArray("themes").toString();
    }

    @Test
    void it_is_the_version_of_the_plugin_beside_it() throws Exception {
        var version = Files.readString(Path.of("../../plugin/version.php"));

        assertTrue(version.contains("$plugin->version = " + PluginReadingFunctions.VERSION + ";"), version);
    }

    @Test
    void its_limits_are_told() {
        moodle.faults().maxInputVars(1_000);

        assertEquals(1_000, rest.object("local_kvalitetsbro_get_limits").getInt("maxinputvars"));
    }

    private List<String> enrol(String... parameters) {
        return statuses(rest.object(ENROL, parameters));
    }

    private static List<String> statuses(JsonObject reply) {
        return reply.getJsonArray("results").getValuesAs(JsonObject.class).stream()
                .map(result -> (result.getString("status") + " " + result.getString("errorcode")).strip())
                .toList();
    }

    private static List<Integer> users(JsonObject reply) {
        return Stream.of(reply.getString("userids").split(","))
                .map(Integer::valueOf)
                .toList();
    }

    private static List<String> names(Rest rest) {
        return rest
                .object("core_webservice_get_site_info")
                .getJsonArray("functions")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(function -> function.getString("name"))
                .toList();
    }

    private static String row(int index, long user, long course, String... more) {
        var row = new StringBuilder("rows[%1$d][userid]=%2$d&rows[%1$d][courseid]=%3$d".formatted(index, user, course));
        for (var field : more) {
            row.append("&rows[").append(index).append("][").append(field.replaceFirst("=", "]="));
        }
        return row.toString();
    }
}
