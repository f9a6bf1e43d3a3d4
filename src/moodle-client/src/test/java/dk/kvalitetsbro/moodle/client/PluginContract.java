package dk.kvalitetsbro.moodle.client;

import static dk.kvalitetsbro.moodle.client.TestSite.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.Catalogue.CourseTheme;
import dk.kvalitetsbro.moodle.client.Catalogue.State;
import dk.kvalitetsbro.moodle.client.CompletionNews.Mark;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.MoodleException.CursorRefused;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.Plugin.Cursor;
import dk.kvalitetsbro.moodle.client.Plugin.Theme;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds between the client and every Moodle that has the plugin, a real one or the stand-in. It leaves two people
 * unenrolled from a course, and the theme {@code KONTRAKT}.
 */
abstract class PluginContract {
    private static final long NOBODY = Integer.MAX_VALUE;
    private static final Outcome DONE = new Outcome.Done();
    private static final Outcome ALREADY_SO = new Outcome.AlreadySo();
    private static final Theme THEME = new Theme("KONTRAKT", "Kontrakt", "");

    /**
     * A site that the tests may use.
     *
     * @param course  where the two may be enrolled
     * @param release lets go of the site
     */
    record SiteUnderTest(MoodleClient moodle, long one, long other, long course, Runnable release) {}

    private SiteUnderTest site;
    private MoodleClient moodle;
    private Plugin plugin;

    abstract SiteUnderTest site();

    @BeforeEach
    void nobodyIsEnrolled() {
        site = site();
        moodle = site.moodle();
        plugin = moodle.plugin();
        unenrol();
    }

    @AfterEach
    void leave() {
        unenrol();
        site.release().run();
    }

    private void unenrol() {
        moodle.enrolments()
                .unenrol(List.of(
                        new Unenrolment(site.one(), site.course()), new Unenrolment(site.other(), site.course())));
    }

    @Test
    void the_limits_are_the_sites() {
        var limits = plugin.limits();

        assertEquals(moodle.site().info().version(), limits.moodleVersion());
        assertTrue(limits.inputVariables() >= 1_000);
    }

    @Test
    void everybody_and_every_course_is_told() {
        var courses = new ArrayList<Long>();
        var last = plugin.catalogue(Cursor.START, course -> courses.add(course.id()));
        assertTrue(courses.contains(site.course()));
        assertEquals(last.total(), courses.stream().distinct().count());
        assertEquals(courses.size(), last.total());

        var people = new ArrayList<Plugin.Person>();
        plugin.people(Cursor.START, people::add);
        assertEquals(
                2,
                people.stream()
                        .filter(person -> person.id() == site.one() || person.id() == site.other())
                        .filter(person -> !person.deleted() && !person.suspended())
                        .count());
    }

    @Test
    void people_are_enrolled_told_apart_and_unenrolled() {
        var due = Instant.now().plus(Duration.ofDays(30));
        var rows = List.of(
                Enrolment.of(site.one(), site.course())
                        .because("Tema: Kontrakt", Optional.of(due))
                        .by(site.other()),
                Enrolment.of(NOBODY, site.course()),
                Enrolment.of(site.other(), NOBODY),
                Enrolment.of(site.other(), site.course()).by(NOBODY));

        var first = outcomes(moodle.enrolments().enrol(rows));
        assertEquals(DONE, first.get(0));
        assertEquals(
                List.of("invaliduser", "invalidrecord", "assignerunknown"),
                first.subList(1, 4).stream()
                        .map(outcome ->
                                assertInstanceOf(Outcome.Refused.class, outcome).errorCode())
                        .toList());
        assertEquals(ALREADY_SO, outcomes(moodle.enrolments().enrol(rows)).get(0));
        var withoutDueDate = Enrolment.of(site.one(), site.course()).because("", Optional.of(Instant.EPOCH));
        assertEquals(List.of(DONE), outcomes(moodle.enrolments().enrol(List.of(withoutDueDate))));

        var end = List.of(new Unenrolment(site.one(), site.course()), new Unenrolment(site.other(), site.course()));
        assertEquals(List.of(DONE, ALREADY_SO), outcomes(moodle.enrolments().unenrol(end)));
    }

    @Test
    void dates_are_kept_or_changed_as_told() {
        var plain = List.of(Enrolment.of(site.one(), site.course()));
        var until = List.of(
                Enrolment.of(site.one(), site.course()).until(Instant.now().plus(Duration.ofDays(90))));

        assertEquals(List.of(DONE), outcomes(moodle.enrolments().enrol(plain)));
        assertEquals(List.of(ALREADY_SO), outcomes(moodle.enrolments().enrol(until)));
        assertEquals(List.of(DONE), outcomes(moodle.enrolments().enrolOrChange(until)));
        assertEquals(List.of(ALREADY_SO), outcomes(moodle.enrolments().enrolOrChange(until)));
    }

    @Test
    void themes_are_written_attached_and_detached() {
        plugin.setThemes(List.of(THEME));
        assertEquals(List.of(ALREADY_SO), outcomes(plugin.setThemes(List.of(THEME))));
        assertInstanceOf(
                Outcome.Refused.class,
                outcomes(plugin.setThemes(List.of(new Theme("K".repeat(101), "K", ""))))
                        .get(0));

        assertTrue(plugin.attach(site.course(), THEME.code()));
        assertFalse(plugin.attach(site.course(), THEME.code()));
        assertTrue(themes().contains(new CourseTheme(THEME.code(), State.ATTACHED)));
        assertTrue(plugin.detach(site.course(), THEME.code()));
        assertFalse(plugin.detach(site.course(), THEME.code()));
        assertThrows(Refused.class, () -> plugin.attach(site.course(), "ukendt"));
        assertThrows(Refused.class, () -> plugin.attach(NOBODY, THEME.code()));
    }

    private List<CourseTheme> themes() {
        var themes = new ArrayList<CourseTheme>();
        plugin.catalogue(Cursor.START, course -> {
            if (course.id() == site.course()) {
                themes.addAll(course.themes());
            }
        });
        return themes;
    }

    @Test
    void completions_come_by_the_plugin_and_a_mark_in_the_future_is_refused() {
        var scope = CompletionScope.of(List.of(new Pair(site.one(), site.course())));
        var completions = moodle.completions();

        assertEquals(
                CompletionRoute.PLUGIN,
                completions.since(Mark.at(Instant.EPOCH), scope).route());
        var tomorrow = plugin.limits().now().plus(Duration.ofDays(1));
        assertThrows(CursorRefused.class, () -> completions.since(Mark.at(tomorrow), scope));
        assertThrows(CursorRefused.class, () -> plugin.people(new Cursor(tomorrow, 0)));
        assertThrows(CursorRefused.class, () -> plugin.catalogue(new Cursor(Instant.EPOCH.minusSeconds(1), 0)));
    }
}
