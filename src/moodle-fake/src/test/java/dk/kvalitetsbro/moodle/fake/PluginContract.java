package dk.kvalitetsbro.moodle.fake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.fake.MoodleContract.SiteUnderTest;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What clients rely on in the plugin, written once for stand-ins and real sites that have it. It leaves a theme with the
 * code {@code KONTRAKT} behind, since themes are never removed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PluginContract {
    private static final String PLUGIN = "local_kvalitetsbro_";
    private static final String ENROL = PLUGIN + "enrol_users";
    private static final String UNENROL = PLUGIN + "unenrol_users";
    private static final List<String> PAGED = List.of("get_catalogue", "get_people", "get_completions");
    private static final long NOBODY = 999_999_999;
    private static final long LATER = 1_900_000_000;

    private SiteUnderTest site;
    private Rest rest;

    abstract SiteUnderTest site();

    @BeforeEach
    void nobodyIsEnrolled() {
        site = site();
        rest = site.rest();
        clean();
    }

    @AfterEach
    void clean() {
        rest.call(UNENROL, "expected=2", row(0, site.one()), row(1, site.other()));
    }

    @Test
    void the_limits_are_told_with_the_versions_and_the_clock() {
        var limits = rest.object(PLUGIN + "get_limits");

        assertTrue(limits.getInt("maxinputvars") >= 1_000);
        assertEquals(5_000, limits.getInt("pagesize"));
        assertEquals(
                rest.object("core_webservice_get_site_info").getString("release"), limits.getString("moodlerelease"));
        assertTrue(limits.getJsonNumber("now").longValue() > 1_700_000_000);
    }

    @Test
    void each_row_is_done_already_so_or_refused_by_itself() {
        assertEquals(
                List.of("done", "refused invaliduser", "done", "refused invalidrecord"),
                write(
                        ENROL,
                        row(0, site.one()),
                        row(1, NOBODY),
                        row(2, site.other()),
                        row(3, site.one()).replace("courseid]=" + site.course(), "courseid]=" + NOBODY)));
        assertEquals(List.of("already", "already"), write(ENROL, row(0, site.one()), row(1, site.other())));
        assertEquals(
                List.of("done", "already", "refused invaliduser"),
                write(UNENROL, row(0, site.one()), row(1, site.one()), row(2, NOBODY)));
    }

    @Test
    void dates_are_kept_unless_the_call_says_otherwise_and_due_dates_follow_the_row() {
        write(ENROL, row(0, site.one()));

        assertEquals(List.of("already"), write(ENROL, row(0, site.one()) + "&rows[0][timeend]=" + LATER));
        var change = row(0, site.one()) + "&rows[0][timeend]=" + LATER + "&keepdates=0";
        assertEquals(List.of("done"), write(ENROL, change));
        assertEquals(List.of("already"), write(ENROL, change));
        assertEquals(List.of("done"), write(ENROL, row(0, site.one()) + "&rows[0][duedate]=" + LATER));
        assertEquals(List.of("already"), write(ENROL, row(0, site.one())));
        assertEquals(List.of("done"), write(ENROL, row(0, site.one()) + "&rows[0][duedate]=0"));
        assertEquals(List.of("done"), write(ENROL, row(0, site.one()) + "&rows[0][assignedby]=" + site.other()));
    }

    @Test
    void a_row_that_can_not_be_is_refused_whole() {
        assertEquals(
                List.of(
                        "refused datesinvalid",
                        "refused datesinvalid",
                        "refused reasontoolong",
                        "refused assignerunknown",
                        "refused wsusercannotassign",
                        "refused guestsarenotallowed"),
                write(
                        ENROL,
                        row(0, site.one()) + "&rows[0][timestart]=2&rows[0][timeend]=2",
                        row(1, site.one()) + "&rows[1][duedate]=-1",
                        row(2, site.one()) + "&rows[2][reason]=" + "r".repeat(1_001),
                        row(3, site.one()) + "&rows[3][assignedby]=" + NOBODY,
                        row(4, site.one()) + "&rows[4][roleid]=1",
                        row(5, 1)));
        assertEquals(List.of("already"), write(UNENROL, row(0, site.one())));
    }

    @Test
    void a_call_that_arrived_short_is_refused_before_anything_is_written() {
        assertEquals("rowsmissing", rest.errorCode(ENROL, "expected=3", row(0, site.one()), row(1, site.other())));
        assertEquals(List.of("already", "already"), write(UNENROL, row(0, site.one()), row(1, site.other())));
    }

    @Test
    void a_cursor_that_can_not_be_is_an_error() {
        long tomorrow = rest.object(PLUGIN + "get_limits").getJsonNumber("now").longValue() + 86_400;
        for (var function : PAGED) {
            assertEquals("limitinvalid", rest.errorCode(PLUGIN + function, cursor(0, 0, 0)));
            assertEquals("limitinvalid", rest.errorCode(PLUGIN + function, cursor(0, 0, 5_001)));
            assertEquals("cursornegative", rest.errorCode(PLUGIN + function, cursor(-1, 0, 1)));
            assertEquals("cursornegative", rest.errorCode(PLUGIN + function, cursor(0, -1, 1)));
            assertEquals("cursorinfuture", rest.errorCode(PLUGIN + function, cursor(tomorrow, 0, 1)));
        }
    }

    @Test
    void small_pages_tell_the_same_as_a_large_one() {
        assertEquals(courses(5_000), courses(7));
        assertEquals(
                courses(5_000).size(),
                rest.object(PLUGIN + "get_catalogue", cursor(0, 0, 1)).getInt("total"));
        assertTrue(courses(5_000).stream().anyMatch(course -> course.getInt("id") == site.course()));
        var people = rest.object(PLUGIN + "get_people", cursor(0, 0, 5_000)).getJsonArray("people");
        assertEquals(
                2,
                people.getValuesAs(JsonObject.class).stream()
                        .filter(person -> List.of(site.one(), site.other())
                                .contains(person.getJsonNumber("id").longValue()))
                        .filter(person -> !person.getBoolean("suspended") && !person.getBoolean("deleted"))
                        .count());
    }

    @Test
    void a_course_is_attached_to_a_theme_once_and_detached_once() {
        var theme = "rows[0][code]=KONTRAKT&rows[0][name]=Kontrakt";
        write(PLUGIN + "set_themes", theme);
        assertEquals(
                List.of("already", "refused themeincomplete"),
                write(PLUGIN + "set_themes", theme, "rows[1][code]=&rows[1][name]=Uden kode"));

        assertTrue(changed("attach_course"));
        assertFalse(changed("attach_course"));
        assertEquals(Optional.of("attached"), state());
        assertTrue(changed("detach_course"));
        assertFalse(changed("detach_course"));
        assertEquals(Optional.empty(), state());
        assertEquals(
                "themeunknown",
                rest.errorCode(PLUGIN + "attach_course", "courseid=" + site.course(), "themecode=ukendt"));
        assertEquals(
                "invalidrecord", rest.errorCode(PLUGIN + "attach_course", "courseid=" + NOBODY, "themecode=KONTRAKT"));
    }

    private boolean changed(String function) {
        return rest.object(PLUGIN + function, "courseid=" + site.course(), "themecode=KONTRAKT")
                .getBoolean("changed");
    }

    private Optional<String> state() {
        return courses(5_000).stream()
                .filter(course -> course.getInt("id") == site.course())
                .flatMap(course -> course.getJsonArray("themes").getValuesAs(JsonObject.class).stream())
                .filter(theme -> theme.getString("code").equals("KONTRAKT"))
                .map(theme -> theme.getString("state"))
                .findFirst();
    }

    private List<JsonObject> courses(int limit) {
        var courses = new ArrayList<JsonObject>();
        long since = 0;
        long afterId = 0;
        while (true) {
            var page = rest.object(PLUGIN + "get_catalogue", cursor(since, afterId, limit));
            var rows = page.getJsonArray("courses").getValuesAs(JsonObject.class);
            courses.addAll(rows);
            if (!page.getBoolean("more")) {
                return courses;
            }
            var last = rows.get(rows.size() - 1);
            since = last.getJsonNumber("timemodified").longValue();
            afterId = last.getJsonNumber("id").longValue();
        }
    }

    private static String[] cursor(long since, long afterId, int limit) {
        return new String[] {"since=" + since, "afterid=" + afterId, "limit=" + limit};
    }

    private List<String> write(String function, String... rows) {
        return rest
                .object(function, "expected=" + rows.length, String.join("&", rows))
                .getJsonArray("results")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(result -> (result.getString("status") + " " + result.getString("errorcode")).strip())
                .toList();
    }

    private String row(int index, long user) {
        return "rows[%1$d][userid]=%2$d&rows[%1$d][courseid]=%3$d".formatted(index, user, site.course());
    }
}
