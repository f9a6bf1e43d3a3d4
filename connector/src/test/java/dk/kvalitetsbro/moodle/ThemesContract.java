package dk.kvalitetsbro.moodle;

import static dk.kvalitetsbro.moodle.Check.State.BROKEN;
import static dk.kvalitetsbro.moodle.Check.State.LOOK;
import static dk.kvalitetsbro.moodle.Check.State.SOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.catalogue.TestCatalogue;
import dk.kvalitetsbro.moodle.Readings.Reading;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.Competencies.Competency;
import dk.kvalitetsbro.moodle.client.Competencies.CourseLink;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.Obstacle;
import dk.kvalitetsbro.moodle.fake.Fault;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.SiteState;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds between the themes here and those of every Moodle that has the plugin. */
abstract class ThemesContract {
    private static final String SET_THEMES = "local_kvalitetsbro_set_themes";
    private static final String CATALOGUE = "local_kvalitetsbro_get_catalogue";

    private final MoodleVersion version;
    private final RunningMoodle running;
    private final Moodle moodle;
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final MovableClock clock = new MovableClock();
    private final Readings readings = new Readings(jdbi, clock);
    private final ThemeCheck check = new ThemeCheck(readings);
    private final Texts texts = new Texts(new Language());
    private final ThemeUpdates updates;

    ThemesContract(MoodleVersion version) {
        this.version = version;
        running = RunningMoodle.withPlugin(version);
        moodle = running.moodle();
        updates = updates(moodle);
    }

    private MoodleThemes themes(Moodle site) {
        return new MoodleThemes(site, RunningMoodle.site(jdbi, "here"));
    }

    private ThemeUpdates updates(Moodle site) {
        return new ThemeUpdates(TestCatalogue.matching(jdbi, themes(site)), readings, clock);
    }

    @BeforeEach
    void courses_are_known() {
        TestCatalogue.reading(jdbi, running.courses(jdbi, moodle)).read();
    }

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void themes_are_competencies_by_their_danish_names_and_courses_are_linked_to_them() {
        attach(running.numbers, "MAT");

        updates.round();

        assertEquals(12, competencies().size());
        assertEquals(
                List.of("Matematisk opmærksomhed og problemløsning"),
                moodle.ask(client -> client.competencies().ofCourse(running.numbers)).stream()
                        .map(Competency::shortname)
                        .toList());
        assertEquals(List.of(running.numbers + " MAT ATTACHED"), links());
    }

    @Test
    void another_round_changes_nothing_in_moodle() {
        attach(running.numbers, "MAT");
        updates.round();

        updates.round();

        assertEquals(1, running.site.faults().calls("local_kvalitetsbro_attach_course"));
        assertEquals(List.of(running.numbers + " MAT ATTACHED"), links());
    }

    @Test
    void what_is_detached_here_is_unlinked_in_moodle() {
        attach(running.numbers, "MAT");
        updates.round();
        jdbi.useHandle(handle -> handle.execute("delete from catalogue.attachment"));

        updates.round();

        assertEquals(List.of(), links());
    }

    @Test
    void a_link_made_in_moodle_comes_as_a_proposal_and_is_the_connectors_when_accepted() {
        updates.round();
        inMoodleLink(running.outside, "NAT");
        updates.round();
        assertEquals(List.of("Ud i skoven NAT ADDED"), TestCatalogue.proposals(jdbi));

        TestCatalogue.decide(jdbi, true);
        updates.round();

        assertEquals(List.of(running.outside + " NAT ATTACHED"), links());
        assertEquals(List.of(), TestCatalogue.proposals(jdbi));
    }

    @Test
    void a_link_made_in_moodle_is_gone_there_when_turned_down() {
        updates.round();
        inMoodleLink(running.outside, "NAT");
        updates.round();

        TestCatalogue.decide(jdbi, false);
        updates.round();

        assertEquals(List.of(), links());
    }

    @Test
    void a_link_taken_away_in_moodle_comes_as_a_proposal_and_is_back_when_turned_down() {
        attach(running.numbers, "MAT");
        updates.round();
        inMoodleUnlink(running.numbers, "MAT");
        updates.round();
        assertEquals(List.of("Tal & mængder MAT REMOVED"), TestCatalogue.proposals(jdbi));

        TestCatalogue.decide(jdbi, false);
        updates.round();

        assertEquals(List.of(running.numbers + " MAT ATTACHED"), links());
    }

    @Test
    void a_link_taken_away_in_moodle_is_forgotten_there_when_accepted() {
        attach(running.numbers, "MAT");
        updates.round();
        inMoodleUnlink(running.numbers, "MAT");
        updates.round();

        TestCatalogue.decide(jdbi, true);
        updates.round();

        assertEquals(List.of(), links());
        assertEquals(List.of(), TestCatalogue.proposals(jdbi));
    }

    @Test
    void competencies_that_are_no_themes_here_are_passed_over() {
        updates.round();
        moodle.ask(
                client -> client.competencies().create(framework(client), "<b>Fremmed</b>", "mat'; drop table x", ""));
        inMoodleLink(running.numbers, "mat'; drop table x");

        updates.round();

        assertEquals(List.of(), TestCatalogue.proposals(jdbi));
        assertEquals(1, links().size());
        assertEquals(SOUND, onPage().state());
    }

    @Test
    void a_course_that_was_deleted_in_moodle_holds_up_nothing() {
        attach(running.numbers, "MAT");
        attach(running.outside, "NAT");
        running.site.deleteCourse(running.numbers);

        updates.round();

        assertEquals(List.of(running.outside + " NAT ATTACHED"), links());
        assertEquals(SOUND, onPage().state());
    }

    @Test
    void a_moodle_without_the_plugin_is_asked_nothing_and_nothing_is_shown() {
        try (var plain = new RunningMoodle(version)) {
            Moodle site = plain.moodle();
            ThemeUpdates without = updates(site);

            without.round();
            plain.site.faults().siteIs(SiteState.MAINTENANCE_FROM_COMMAND_LINE);
            without.round();
            plain.site.faults().siteIs(SiteState.TOKEN_LOST);
            without.round();

            assertEquals(
                    0,
                    plain.site.faults().calls(SET_THEMES) + plain.site.faults().calls(CATALOGUE));
            assertEquals(List.of(), check.run(texts));
            site.close();
        }
    }

    @Test
    void a_moodle_that_has_lost_the_plugin_shows_nothing_any_more() {
        updates.round();
        inMoodleLink(running.outside, "NAT");
        updates.round();

        try (var plain = new RunningMoodle(version)) {
            Moodle site = plain.moodle();
            updates(site).round();
            site.close();
        }

        assertEquals(List.of(), check.run(texts));
        assertEquals(List.of(), TestCatalogue.proposals(jdbi));
    }

    @Test
    void what_failed_is_on_the_page_and_made_up_for_after_a_while() {
        attach(running.numbers, "MAT");
        running.site.faults().next(CATALOGUE, 9, Fault.html(502));
        updates.round();
        assertEquals(BROKEN, onPage().state());
        assertFalse(onPage().remedy().isEmpty());
        running.site.faults().clear();

        clock.move(ThemeUpdates.RETRIED.minusSeconds(1));
        updates.whenDue();
        assertEquals(List.of(), links());

        clock.move(Duration.ofSeconds(1));
        updates.whenDue();
        assertEquals(List.of(running.numbers + " MAT ATTACHED"), links());
        assertEquals(SOUND, onPage().state());
        assertTrue(onPage().finding().contains("1 kobling"), onPage().finding());
    }

    @Test
    void a_round_that_succeeded_is_not_repeated_by_the_timer() {
        running.site.faults().next(CATALOGUE, 9, Fault.html(502));
        updates.round();
        running.site.faults().clear();
        clock.move(Duration.ofSeconds(1));
        updates.round();
        int calls = running.site.faults().calls(CATALOGUE);
        clock.move(ThemeUpdates.RETRIED);

        updates.whenDue();

        assertEquals(calls, running.site.faults().calls(CATALOGUE));
    }

    @Test
    void a_token_that_is_not_let_in_is_named_with_its_remedy_and_the_last_success() {
        updates.round();
        clock.move(Duration.ofSeconds(1));
        running.site.faults().siteIs(SiteState.TOKEN_LOST);

        updates.round();

        assertEquals(BROKEN, onPage().state());
        assertEquals(Obstacle.TOKEN_UNKNOWN.remedy(texts.locale()), onPage().remedy());
        assertTrue(onPage().finding().contains("Det lykkedes sidst"), onPage().finding());
    }

    @Test
    void what_moodle_does_not_take_is_named_and_the_rest_is_done() {
        attach(running.numbers, "MAT");
        running.site
                .faults()
                .next("local_kvalitetsbro_attach_course", Fault.exception("moodle_exception", "odd", "No."));
        attach(running.outside, "NAT");

        updates.round();

        assertEquals(List.of(running.outside + " NAT ATTACHED"), links());
        assertEquals(LOOK, onPage().state());
        assertTrue(onPage().finding().contains("(odd)"), onPage().finding());
        assertFalse(onPage().remedy().isEmpty());
    }

    @Test
    void rights_that_the_account_lacks_are_refusals_of_what_they_are_for() {
        updates.round();
        attach(running.numbers, "MAT");
        clock.move(Duration.ofSeconds(1));
        running.site.faults().revoke("local/kvalitetsbro:attachcourse");
        updates.round();
        assertTrue(onPage().finding().contains("(nopermissions)"), onPage().finding());

        running.site.faults().clear();
        running.site.faults().revoke("local/kvalitetsbro:managethemes");
        updates.round();
        assertEquals(LOOK, onPage().state());
        assertEquals(List.of(running.numbers + " MAT ATTACHED"), links());
    }

    @Test
    void themes_that_get_no_answer_are_trouble_of_the_whole_round() {
        running.site.faults().next(SET_THEMES, 9, Fault.html(502));

        updates.round();

        assertEquals(BROKEN, onPage().state());
    }

    @Test
    void the_plugin_is_found_once_it_is_there() {
        running.site.faults().withhold("local_kvalitetsbro_get_limits");
        updates.round();
        assertEquals(List.of(), check.run(texts));
        running.site.faults().clear();

        updates.round();

        assertEquals(SOUND, onPage().state());
    }

    @Test
    void another_moodle_than_the_one_of_the_courses_is_asked_nothing() {
        updates.round();
        int calls = running.site.faults().calls();
        attach(running.numbers, "MAT");
        clock.move(Duration.ofSeconds(1));

        var other = new MoodleThemes(moodle, RunningMoodle.site(jdbi, "elsewhere"));
        new ThemeUpdates(TestCatalogue.matching(jdbi, other), readings, clock).round();

        assertEquals(calls, running.site.faults().calls());
        assertEquals(texts.get("moodle.otherSite"), onPage().remedy());
    }

    @Test
    void moodle_is_not_asked_about_themes_inside_a_transaction() {
        var inside = themes(new Moodle(running.settings(), FixedTransaction.UNDER_WAY));

        assertThrows(IllegalStateException.class, inside::read);
        assertThrows(IllegalStateException.class, inside::areOffered);
    }

    @Test
    void without_a_configuration_nothing_is_noted() {
        updates(new Moodle(RunningMoodle.settings("", ""), FixedTransaction.NONE))
                .round();

        assertEquals(Reading.NONE, readings.newest(Subject.THEMES));
    }

    private void attach(long course, String theme) {
        jdbi.useHandle(handle ->
                handle.execute("insert into catalogue.attachment (course, theme) values (?, ?)", course, theme));
    }

    private Check onPage() {
        List<Check> checks = check.run(texts);
        assertEquals(1, checks.size());
        assertFalse((checks.get(0).finding() + checks.get(0).remedy()).contains("??"));
        return checks.get(0);
    }

    /** Somebody does so in Moodle itself. */
    private void inMoodleLink(long course, String theme) {
        moodle.ask(client -> client.competencies().link(List.of(new CourseLink(course, competency(theme)))));
    }

    private void inMoodleUnlink(long course, String theme) {
        moodle.ask(client -> client.competencies().unlink(List.of(new CourseLink(course, competency(theme)))));
    }

    private long competency(String theme) {
        return competencies().stream()
                .filter(competency -> competency.idnumber().orElse("").equals(theme))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Competency> competencies() {
        return moodle.ask(client -> client.competencies().in(framework(client)));
    }

    private static long framework(MoodleClient client) {
        return client.competencies().frameworks().get(0).id();
    }

    /** How Moodle tells the themes of its courses, such as "2 MAT ATTACHED". */
    private List<String> links() {
        return themes(moodle).read().links().stream()
                .map(link -> link.course() + " " + link.theme() + " " + link.state())
                .sorted()
                .toList();
    }
}
