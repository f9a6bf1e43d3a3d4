package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.Catalogue.CourseTheme;
import dk.kvalitetsbro.moodle.client.Catalogue.State;
import dk.kvalitetsbro.moodle.client.CompletionNews.Completion;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.MoodleException.CursorRefused;
import dk.kvalitetsbro.moodle.client.MoodleException.CursorRefused.Problem;
import dk.kvalitetsbro.moodle.client.Plugin.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of what the plugin tells, recorded from real sites. */
class RecordedPluginTest {
    private static final String LIMITS = "local_kvalitetsbro_get_limits";
    private static final String CATALOGUE = "local_kvalitetsbro_get_catalogue";
    private static final String PEOPLE = "local_kvalitetsbro_get_people";
    private static final String COMPLETIONS = "local_kvalitetsbro_get_completions";
    private static final Instant BEGIN = Instant.ofEpochSecond(1_790_000_000);

    private ScriptedMoodle moodle;
    private Plugin plugin;

    @BeforeEach
    void start() throws Exception {
        moodle = new ScriptedMoodle().offers(LIMITS, CATALOGUE, PEOPLE, COMPLETIONS);
        plugin = moodle.client().plugin();
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    @ParameterizedTest
    @CsvSource({"4.5, 2024100705.01, 4.5.5+ (Build: 20250613)", "5.1, 2025100600.02, 5.1+ (Build: 20251017)"})
    void the_limits_come_with_the_versions(String version, String moodleVersion, String release) {
        var limits = moodle.answers(Recording.of(version, LIMITS, "success"))
                .client()
                .plugin()
                .limits();

        assertTrue(plugin.offered());
        assertEquals(5_000, limits.inputVariables());
        assertEquals(5_000, limits.pageSize());
        assertEquals(moodleVersion, limits.moodleVersion());
        assertEquals(release, limits.moodleRelease());
        assertEquals("2026112800", limits.pluginVersion());
        assertTrue(limits.now().isAfter(BEGIN));
    }

    @ParameterizedTest
    @CsvSource({"4.5, 6, Online & fysisk", "5.1, 6.0, Blended"})
    void a_course_has_its_hours_format_and_settings(String version, String hours, String format) {
        moodle.answers(Recording.of(version, CATALOGUE, "first_page"));

        var page = plugin.catalogue(new Cursor(BEGIN, 0));
        var course = page.courses().rows().get(0);
        assertEquals("OPT1", course.shortname());
        assertEquals("Leg &amp; læring", course.fullname());
        assertEquals(Optional.of("OPT1"), course.idnumber());
        assertEquals(Optional.of(hours), course.hours());
        assertEquals(Optional.of(format), course.format());
        assertTrue(course.visible() && course.completion());
        assertEquals(List.of(), course.themes());
        assertTrue(page.courses().more());
        assertEquals(
                new Cursor(Instant.ofEpochSecond(1_790_000_010), course.id()),
                page.courses().next());
        assertTrue(page.total() > 40);
        assertEquals(Optional.empty(), page.categories().get(0).parent());
        assertEquals(Optional.of(2L), page.categories().get(2).parent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void every_page_of_the_catalogue_is_read_from_where_the_last_one_ended(String version) throws Exception {
        moodle.answers(Recording.of(version, CATALOGUE, "first_page"))
                .answers(Recording.of(version, CATALOGUE, "next_page"))
                .answers(Recording.of(version, CATALOGUE, "slightly_ahead"));

        var courses = new ArrayList<Catalogue.Course>();
        var last = plugin.catalogue(new Cursor(BEGIN, 0), courses::add);
        assertEquals(
                IntStream.rangeClosed(1, 6).mapToObj(i -> "OPT" + i).toList(),
                courses.stream().map(Catalogue.Course::shortname).toList());
        assertFalse(courses.get(1).visible());
        assertFalse(courses.get(3).completion());
        assertEquals(Optional.empty(), courses.get(5).idnumber());
        assertEquals(Optional.empty(), courses.get(5).hours());
        assertEquals(
                new Cursor(last.courses().now().minusSeconds(3_600), 0),
                last.courses().next());

        moodle.received();
        assertTrue(moodle.fields().containsAll(List.of("since=1790000000", "afterid=0", "limit=1000")));
        assertTrue(moodle.fields()
                .containsAll(
                        List.of("since=1790000010", "afterid=" + courses.get(0).id())));
        assertTrue(moodle.fields()
                .containsAll(
                        List.of("since=1790000015", "afterid=" + courses.get(5).id())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void themes_come_with_the_state_of_their_link(String version) {
        moodle.answers(Recording.of(version, CATALOGUE, "states"));

        var courses = plugin.catalogue(Cursor.START).courses().rows();
        assertEquals(
                List.of(new CourseTheme("OPT", State.ATTACHED), new CourseTheme("OPTC", State.ATTACHED)),
                themes(courses, "OPT1"));
        assertEquals(
                List.of(new CourseTheme("OPT", State.ATTACHED), new CourseTheme("OPTC", State.REMOVED)),
                themes(courses, "OPT2"));
        assertEquals(List.of(new CourseTheme("OPT", State.PROPOSED)), themes(courses, "OPT3"));
    }

    private static List<CourseTheme> themes(List<Catalogue.Course> courses, String shortname) {
        return courses.stream()
                .filter(course -> course.shortname().equals(shortname))
                .findFirst()
                .orElseThrow()
                .themes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void people_are_read_page_by_page_with_their_cohorts_and_fate(String version) {
        moodle.answers(Recording.of(version, PEOPLE, "first_page"))
                .answers(Recording.of(version, PEOPLE, "next_page"))
                .answers(Recording.of(version, PEOPLE, "slightly_ahead"));

        var people = new ArrayList<Plugin.Person>();
        var next = plugin.people(new Cursor(BEGIN, 0), people::add);
        assertTrue(next.since().isAfter(BEGIN));
        assertEquals(Optional.of("OPTP2"), people.get(0).idnumber());
        assertEquals(List.of("OPTA"), people.get(0).cohorts());
        assertEquals(Instant.ofEpochSecond(1_790_000_020), people.get(0).changed());
        assertTrue(people.stream()
                .anyMatch(person -> person.suspended() && person.idnumber().equals(Optional.of("OPTP4"))));
        assertTrue(people.stream()
                .anyMatch(person -> person.deleted() && person.idnumber().isEmpty()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void completions_carry_their_second(String version) {
        moodle.answers(Recording.of(version, COMPLETIONS, "first_page"))
                .answers(Recording.of(version, COMPLETIONS, "slightly_ahead"));
        long course = version.equals("4.5") ? 54 : 55;

        var news =
                moodle.client().completions().since(Mark.at(BEGIN), CompletionScope.of(List.of(new Pair(410, course))));
        assertEquals(
                List.of(new Completion(new Pair(410, course), Optional.of(BEGIN.plusSeconds(30)))), news.completions());
        assertEquals(CompletionRoute.PLUGIN, news.route());
    }

    @ParameterizedTest
    @CsvSource({
        "4.5, limit_0, LIMIT_INVALID",
        "5.1, limit_a_million, LIMIT_INVALID",
        "4.5, since_negative, NEGATIVE",
        "5.1, afterid_negative, NEGATIVE",
        "4.5, in_the_future, IN_FUTURE",
        "5.1, in_the_future, IN_FUTURE"
    })
    void a_cursor_that_can_not_be_is_told_as_that_and_hides_behind_no_other_route(
            String version, String recording, Problem problem) {
        moodle.answers(Recording.of(version, CATALOGUE, recording))
                .answers(Recording.of(version, PEOPLE, recording))
                .answers(Recording.of(version, COMPLETIONS, recording));
        var completions = moodle.client().completions();
        var scope = CompletionScope.of(List.of(new Pair(5, 2)));

        for (var refused : List.of(
                assertThrows(CursorRefused.class, () -> plugin.catalogue(Cursor.START)),
                assertThrows(CursorRefused.class, () -> plugin.people(Cursor.START)),
                assertThrows(CursorRefused.class, () -> completions.since(Mark.at(BEGIN), scope)))) {
            assertEquals(problem, refused.problem());
            assertFalse(refused.reason().isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void a_mark_at_the_very_beginning_is_no_negative_cursor(String version) throws Exception {
        moodle.answers(Recording.of(version, COMPLETIONS, "slightly_ahead"));
        moodle.client().completions().since(Mark.at(Instant.EPOCH), CompletionScope.of(List.of(new Pair(5, 2))));

        moodle.received();
        assertTrue(moodle.fields().contains("since=0"));
    }
}
