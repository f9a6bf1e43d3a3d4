package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import dk.kvalitetsbro.moodle.client.MoodleException.Unclear;
import dk.kvalitetsbro.moodle.client.Plugin.Cursor;
import dk.kvalitetsbro.moodle.client.Plugin.Theme;
import dk.kvalitetsbro.moodle.fake.Assignment;
import dk.kvalitetsbro.moodle.fake.Fault;
import dk.kvalitetsbro.moodle.fake.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What only the plugin offers, in what the recordings do not show. */
class PluginTest {
    private static final String CATALOGUE = "local_kvalitetsbro_get_catalogue";
    private static final String ATTACH = "local_kvalitetsbro_attach_course";

    @Test
    void without_the_plugin_each_call_says_so_and_sends_nothing() {
        try (var site = new TestSite(1, 1)) {
            var plugin = site.client().plugin();

            assertFalse(plugin.offered());
            for (Executable call : List.<Executable>of(
                    plugin::limits,
                    () -> plugin.catalogue(Cursor.START),
                    () -> plugin.people(Cursor.START, person -> {}),
                    () -> plugin.setThemes(List.of(new Theme("K", "K", ""))),
                    () -> plugin.attach(2, "K"),
                    () -> plugin.detach(2, "K"))) {
                assertEquals(
                        Obstacle.PLUGIN_MISSING,
                        assertThrows(NotAllowed.class, call).obstacle());
            }
            assertEquals(1, site.moodle.faults().calls(), "only what the site offers was asked");
        }
    }

    @Test
    void more_than_a_page_is_handed_over_in_order_and_once_also_through_trouble() {
        try (var site = new TestSite(1_500, 2_500, Settings::withPlugin)) {
            var plugin = site.client().plugin();
            site.moodle.faults().next(CATALOGUE, Fault.exception("e", "upgraderunning", "Site is being upgraded"));
            site.moodle.faults().next(CATALOGUE, 2, new Fault.CutAfter());

            var courses = new ArrayList<Long>();
            var last = plugin.catalogue(Cursor.START, course -> courses.add(course.id()));
            var people = new ArrayList<Long>();
            plugin.people(Cursor.START, person -> people.add(person.id()));
            assertEquals(site.courses, courses);
            assertEquals(2_500, last.total());
            assertEquals(site.people, people);
            assertEquals(3 + 3, site.moodle.faults().calls(CATALOGUE));
        }
    }

    @Test
    void a_new_reading_hears_only_of_what_changed() {
        try (var site = new TestSite(3, 3, Settings::withPlugin)) {
            var plugin = site.client().plugin();
            site.clock.advance(Duration.ofDays(1));
            var next = plugin.people(Cursor.START, person -> {});
            site.client().users().update(Users.UserChange.of(site.people.get(1)).suspended(true));

            var changed = new ArrayList<Plugin.Person>();
            plugin.people(next, changed::add);
            assertEquals(
                    List.of(site.people.get(1)),
                    changed.stream().map(Plugin.Person::id).toList());
            assertTrue(changed.get(0).suspended());
        }
    }

    @Test
    void the_leader_the_reason_and_the_due_date_reach_the_plugin() {
        try (var site = new TestSite(2, 1, Settings::withPlugin)) {
            site.moodle.showReasons(true);
            var due = Instant.parse("2027-06-30T21:59:59Z");
            long person = site.people.get(0);
            long leader = site.people.get(1);
            long course = site.courses.get(0);
            site.client()
                    .enrolments()
                    .enrol(List.of(Enrolment.of(person, course)
                            .because("Tema: Leg", Optional.of(due))
                            .by(leader)));

            assertEquals(
                    new Assignment(Optional.of("Tema: Leg"), Optional.of(due), OptionalLong.of(leader)),
                    site.moodle.assignment(person, course).orElseThrow());
        }
    }

    @Test
    void a_reason_that_looks_like_markup_costs_no_other_row() {
        try (var site = new TestSite(40, 1, Settings::withPlugin)) {
            var rows = new ArrayList<Enrolment>();
            site.people.forEach(person -> rows.add(Enrolment.of(person, site.courses.get(0))));
            rows.set(7, rows.get(7).because("<b>Leg</b>", Optional.empty()));

            var results = site.client().enrolments().enrol(rows);
            assertEquals(
                    39,
                    results.stream()
                            .filter(row -> row.outcome() instanceof Outcome.Done)
                            .count());
            assertEquals("invalidparameter", ((Outcome.Refused) results.get(7).outcome()).errorCode());
        }
    }

    @Test
    void attaching_whose_reply_was_lost_is_unclear_and_safe_to_repeat() {
        try (var site = new TestSite(0, 1, Settings::withPlugin)) {
            var plugin = site.client().plugin();
            plugin.setThemes(List.of(new Theme("APU", "Autonomi", "")));
            site.moodle.faults().next(ATTACH, new Fault.CutAfter());

            assertThrows(Unclear.class, () -> plugin.attach(site.courses.get(0), "APU"));
            assertFalse(plugin.attach(site.courses.get(0), "APU"));
        }
    }

    @Test
    void a_state_that_a_later_plugin_may_have_is_no_readable_answer() throws Exception {
        try (var moodle = new ScriptedMoodle()) {
            moodle.offers(CATALOGUE)
                    .answers("{\"courses\":[{\"id\":2,\"categoryid\":1,\"shortname\":\"K\",\"fullname\":\"K\","
                            + "\"timemodified\":1,\"themes\":[{\"code\":\"A\",\"state\":\"x\"}]}],"
                            + "\"categories\":[],\"total\":1,\"more\":false,\"now\":2}");

            assertThrows(Unavailable.class, () -> moodle.client().plugin().catalogue(Cursor.START));
        }
    }

    @Test
    void a_page_without_rows_is_the_last_whatever_it_says() throws Exception {
        try (var moodle = new ScriptedMoodle()) {
            moodle.offers("local_kvalitetsbro_get_people").answers("{\"people\":[],\"more\":true,\"now\":1790000000}");

            assertFalse(moodle.client().plugin().people(Cursor.START).more());
        }
    }
}
