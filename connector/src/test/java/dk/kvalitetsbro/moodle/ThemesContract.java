package dk.kvalitetsbro.moodle;

import static dk.kvalitetsbro.moodle.Check.State.LOOK;
import static dk.kvalitetsbro.moodle.Check.State.SOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.catalogue.TestCatalogue;
import dk.kvalitetsbro.moodle.client.Competencies.Competency;
import dk.kvalitetsbro.moodle.fake.Fault;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds between the themes here and those of every Moodle that has the plugin. */
abstract class ThemesContract {
    private final ThemedMoodle themed;
    private final RunningMoodle running;
    private final Moodle moodle;
    private final ThemeUpdates updates;

    ThemesContract(MoodleVersion version) {
        themed = new ThemedMoodle(version);
        running = themed.running;
        moodle = themed.moodle;
        updates = themed.updates;
    }

    @AfterEach
    void stop() {
        themed.close();
    }

    @Test
    void themes_are_competencies_by_their_danish_names_and_courses_are_linked_to_them() {
        themed.attach(running.numbers, "MAT");

        updates.round();

        assertEquals(12, themed.competencies().size());
        assertEquals(
                List.of("Matematisk opmærksomhed og problemløsning"),
                moodle.ask(client -> client.competencies().ofCourse(running.numbers)).stream()
                        .map(Competency::shortname)
                        .toList());
        assertEquals(List.of(running.numbers + " MAT ATTACHED"), themed.links());
    }

    @Test
    void a_theme_of_the_municipalitys_own_is_a_competency_with_its_description() {
        themed.jdbi.useHandle(
                handle -> handle.execute(
                        """
                insert into themes.theme (code, name_da, name_en, description, valid_from)
                values ('DIGITAL', 'Digital dannelse', 'Digital skills', 'Børn som skabere', '2026-01-01')"""));
        themed.attach(running.numbers, "DIGITAL");

        try (var wire = new Wiretap(running.site.baseUri())) {
            var heard = new Moodle(RunningMoodle.settings(wire.address(), RunningMoodle.TOKEN), FixedTransaction.NONE);
            themed.updates(heard).round();
            heard.close();
            assertTrue(
                    wire.fields("local_kvalitetsbro_set_themes").contains("rows[12][description]=Børn som skabere"),
                    wire.heard());
        }
        assertEquals(
                List.of("Digital dannelse"),
                moodle.ask(client -> client.competencies().ofCourse(running.numbers)).stream()
                        .map(Competency::shortname)
                        .toList());
        assertEquals(SOUND, themed.onPage().state());
    }

    @Test
    void another_round_changes_nothing_in_moodle() {
        themed.attach(running.numbers, "MAT");
        updates.round();

        updates.round();

        assertEquals(1, running.site.faults().calls("local_kvalitetsbro_attach_course"));
        assertEquals(List.of(running.numbers + " MAT ATTACHED"), themed.links());
    }

    @Test
    void what_is_detached_here_is_unlinked_in_moodle() {
        themed.attach(running.numbers, "MAT");
        updates.round();
        themed.jdbi.useHandle(handle -> handle.execute("delete from catalogue.attachment"));

        updates.round();

        assertEquals(List.of(), themed.links());
    }

    @Test
    void a_link_made_in_moodle_comes_as_a_proposal_and_is_the_connectors_when_accepted() {
        updates.round();
        themed.inMoodleLink(running.outside, "NAT");
        updates.round();
        assertEquals(List.of("Ud i skoven NAT ADDED"), TestCatalogue.proposals(themed.jdbi));

        TestCatalogue.decide(themed.jdbi, true);
        updates.round();

        assertEquals(List.of(running.outside + " NAT ATTACHED"), themed.links());
        assertEquals(List.of(), TestCatalogue.proposals(themed.jdbi));
    }

    @Test
    void a_link_made_in_moodle_is_gone_there_when_turned_down() {
        updates.round();
        themed.inMoodleLink(running.outside, "NAT");
        updates.round();

        TestCatalogue.decide(themed.jdbi, false);
        updates.round();

        assertEquals(List.of(), themed.links());
    }

    @Test
    void a_link_taken_away_in_moodle_comes_as_a_proposal_and_is_back_when_turned_down() {
        themed.attach(running.numbers, "MAT");
        updates.round();
        themed.inMoodleUnlink(running.numbers, "MAT");
        updates.round();
        assertEquals(List.of("Tal & mængder MAT REMOVED"), TestCatalogue.proposals(themed.jdbi));

        TestCatalogue.decide(themed.jdbi, false);
        updates.round();

        assertEquals(List.of(running.numbers + " MAT ATTACHED"), themed.links());
    }

    @Test
    void a_link_taken_away_in_moodle_is_forgotten_there_when_accepted() {
        themed.attach(running.numbers, "MAT");
        updates.round();
        themed.inMoodleUnlink(running.numbers, "MAT");
        updates.round();

        TestCatalogue.decide(themed.jdbi, true);
        updates.round();

        assertEquals(List.of(), themed.links());
        assertEquals(List.of(), TestCatalogue.proposals(themed.jdbi));
    }

    @Test
    void competencies_that_are_no_themes_here_are_passed_over() {
        updates.round();
        moodle.ask(client -> client.competencies()
                .create(ThemedMoodle.framework(client), "<b>Fremmed</b>", "mat'; drop table x", ""));
        themed.inMoodleLink(running.numbers, "mat'; drop table x");

        updates.round();

        assertEquals(List.of(), TestCatalogue.proposals(themed.jdbi));
        assertEquals(1, themed.links().size());
        assertEquals(SOUND, themed.onPage().state());
    }

    @Test
    void a_course_that_was_deleted_in_moodle_holds_up_nothing() {
        themed.attach(running.numbers, "MAT");
        themed.attach(running.outside, "NAT");
        running.site.deleteCourse(running.numbers);

        updates.round();

        assertEquals(List.of(running.outside + " NAT ATTACHED"), themed.links());
        assertEquals(SOUND, themed.onPage().state());
    }

    @Test
    void what_moodle_does_not_take_is_named_and_the_rest_is_done() {
        themed.attach(running.numbers, "MAT");
        running.site
                .faults()
                .next("local_kvalitetsbro_attach_course", Fault.exception("moodle_exception", "odd", "No."));
        themed.attach(running.outside, "NAT");

        updates.round();

        assertEquals(List.of(running.outside + " NAT ATTACHED"), themed.links());
        assertEquals(LOOK, themed.onPage().state());
        assertTrue(themed.onPage().finding().contains("(odd)"), themed.onPage().finding());
        assertFalse(themed.onPage().remedy().isEmpty());
    }

    @Test
    void rights_that_the_account_lacks_are_refusals_of_what_they_are_for() {
        updates.round();
        themed.attach(running.numbers, "MAT");
        themed.clock.move(Duration.ofSeconds(1));
        running.site.faults().revoke("local/kvalitetsbro:attachcourse");
        updates.round();
        assertTrue(
                themed.onPage().finding().contains("(nopermissions)"),
                themed.onPage().finding());

        running.site.faults().clear();
        running.site.faults().revoke("local/kvalitetsbro:managethemes");
        updates.round();
        assertEquals(LOOK, themed.onPage().state());
        assertEquals(List.of(running.numbers + " MAT ATTACHED"), themed.links());
    }
}
