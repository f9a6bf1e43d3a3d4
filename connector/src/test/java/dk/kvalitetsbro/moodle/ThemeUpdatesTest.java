package dk.kvalitetsbro.moodle;

import static dk.kvalitetsbro.moodle.Check.State.BROKEN;
import static dk.kvalitetsbro.moodle.Check.State.SOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.catalogue.TestCatalogue;
import dk.kvalitetsbro.moodle.Readings.Reading;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.Obstacle;
import dk.kvalitetsbro.moodle.fake.Fault;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.SiteState;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the themes are matched with Moodle's, and what is remembered of how it went. */
class ThemeUpdatesTest {
    private static final MoodleVersion VERSION = MoodleVersion.V5_1;
    private static final String SET_THEMES = "local_kvalitetsbro_set_themes";
    private static final String CATALOGUE = "local_kvalitetsbro_get_catalogue";

    private final ThemedMoodle themed = new ThemedMoodle(VERSION);
    private final RunningMoodle running = themed.running;
    private final Moodle moodle = themed.moodle;
    private final ThemeUpdates updates = themed.updates;

    @AfterEach
    void stop() {
        themed.close();
    }

    @Test
    void a_moodle_without_the_plugin_is_asked_nothing_and_nothing_is_shown() {
        try (var plain = new RunningMoodle(VERSION)) {
            Moodle site = plain.moodle();
            ThemeUpdates without = themed.updates(site);

            without.round();
            plain.site.faults().siteIs(SiteState.MAINTENANCE_FROM_COMMAND_LINE);
            without.round();
            plain.site.faults().siteIs(SiteState.TOKEN_LOST);
            without.round();

            assertEquals(
                    0,
                    plain.site.faults().calls(SET_THEMES) + plain.site.faults().calls(CATALOGUE));
            assertEquals(List.of(), themed.check.run(themed.texts));
            site.close();
        }
    }

    @Test
    void a_moodle_that_has_lost_the_plugin_shows_nothing_any_more() {
        updates.round();
        themed.inMoodleLink(running.outside, "NAT");
        updates.round();

        try (var plain = new RunningMoodle(VERSION)) {
            Moodle site = plain.moodle();
            themed.updates(site).round();
            site.close();
        }

        assertEquals(List.of(), themed.check.run(themed.texts));
        assertEquals(List.of(), TestCatalogue.proposals(themed.jdbi));
    }

    @Test
    void what_failed_is_on_the_page_and_made_up_for_after_a_while() {
        themed.attach(running.numbers, "MAT");
        running.site.faults().next(CATALOGUE, 9, Fault.html(502));
        updates.round();
        assertEquals(BROKEN, themed.onPage().state());
        assertFalse(themed.onPage().remedy().isEmpty());
        running.site.faults().clear();

        themed.clock.move(ThemeUpdates.RETRIED.minusSeconds(1));
        updates.whenDue();
        assertEquals(List.of(), themed.links());

        themed.clock.move(Duration.ofSeconds(1));
        updates.whenDue();
        assertEquals(List.of(running.numbers + " MAT ATTACHED"), themed.links());
        assertEquals(SOUND, themed.onPage().state());
        assertTrue(
                themed.onPage().finding().contains("1 kobling"), themed.onPage().finding());
    }

    @Test
    void a_round_that_succeeded_is_not_repeated_by_the_timer() {
        running.site.faults().next(CATALOGUE, 9, Fault.html(502));
        updates.round();
        running.site.faults().clear();
        themed.clock.move(Duration.ofSeconds(1));
        updates.round();
        int calls = running.site.faults().calls(CATALOGUE);
        themed.clock.move(ThemeUpdates.RETRIED);

        updates.whenDue();

        assertEquals(calls, running.site.faults().calls(CATALOGUE));
    }

    @Test
    void a_token_that_is_not_let_in_is_named_with_its_remedy_and_the_last_success() {
        updates.round();
        themed.clock.move(Duration.ofSeconds(1));
        running.site.faults().siteIs(SiteState.TOKEN_LOST);

        updates.round();

        assertEquals(BROKEN, themed.onPage().state());
        assertEquals(
                Obstacle.TOKEN_UNKNOWN.remedy(themed.texts.locale()),
                themed.onPage().remedy());
        assertTrue(
                themed.onPage().finding().contains("Det lykkedes sidst"),
                themed.onPage().finding());
    }

    @Test
    void themes_that_get_no_answer_are_trouble_of_the_whole_round() {
        running.site.faults().next(SET_THEMES, 9, Fault.html(502));

        updates.round();

        assertEquals(BROKEN, themed.onPage().state());
    }

    @Test
    void the_plugin_is_found_once_it_is_there() {
        running.site.faults().withhold("local_kvalitetsbro_get_limits");
        updates.round();
        assertEquals(List.of(), themed.check.run(themed.texts));
        running.site.faults().clear();

        updates.round();

        assertEquals(SOUND, themed.onPage().state());
    }

    @Test
    void another_moodle_than_the_one_of_the_courses_is_asked_nothing() {
        updates.round();
        int calls = running.site.faults().calls();
        themed.attach(running.numbers, "MAT");
        themed.clock.move(Duration.ofSeconds(1));

        var other = new MoodleThemes(moodle, RunningMoodle.site(themed.jdbi, "elsewhere"));
        new ThemeUpdates(TestCatalogue.matching(themed.jdbi, other), themed.readings, themed.clock).round();

        assertEquals(calls, running.site.faults().calls());
        assertEquals(themed.texts.get("moodle.otherSite"), themed.onPage().remedy());
    }

    @Test
    void moodle_is_not_asked_about_themes_inside_a_transaction() {
        var inside = themed.themes(new Moodle(running.settings(), FixedTransaction.UNDER_WAY));

        assertThrows(IllegalStateException.class, inside::read);
        assertThrows(IllegalStateException.class, inside::areOffered);
    }

    @Test
    void without_a_configuration_nothing_is_noted() {
        themed.updates(new Moodle(RunningMoodle.settings("", ""), FixedTransaction.NONE))
                .round();

        assertEquals(Reading.NONE, themed.readings.newest(Subject.THEMES));
    }
}
