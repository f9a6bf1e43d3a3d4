package dk.kvalitetsbro.moodle.client;

import static dk.kvalitetsbro.moodle.client.TestSite.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.Plugin.Theme;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the client makes of the plugin's answers to writes, recorded from real sites. */
class RecordedPluginWritesTest {
    private static final String LIMITS = "local_kvalitetsbro_get_limits";
    private static final String ENROL = "local_kvalitetsbro_enrol_users";
    private static final String UNENROL = "local_kvalitetsbro_unenrol_users";
    private static final String THEMES = "local_kvalitetsbro_set_themes";
    private static final String ATTACH = "local_kvalitetsbro_attach_course";
    private static final String DETACH = "local_kvalitetsbro_detach_course";

    private ScriptedMoodle moodle;
    private Plugin plugin;

    @BeforeEach
    void start() throws Exception {
        moodle = new ScriptedMoodle().offers(LIMITS, ENROL, UNENROL, THEMES, ATTACH, DETACH);
        plugin = moodle.client().plugin();
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void every_row_of_an_enrolment_ends_as_the_plugin_says(String version) {
        moodle.answers(Recording.of(version, ENROL, "success"));
        var outcomes = enrol(20);

        assertEquals(new Outcome.Done(), outcomes.get(0));
        assertEquals(new Outcome.Done(), outcomes.get(9));
        assertEquals(
                List.of(
                        "invaliduser",
                        "usersuspended",
                        "userdeleted",
                        "guestsarenotallowed",
                        "invalidrecord",
                        "invalidrecord",
                        "nomanualenrolment",
                        "datesinvalid",
                        "datesinvalid",
                        "datesinvalid",
                        "datesinvalid",
                        "reasontoolong",
                        "datesinvalid",
                        "assignerunknown"),
                outcomes.stream()
                        .filter(Outcome.Refused.class::isInstance)
                        .map(outcome -> ((Outcome.Refused) outcome).errorCode())
                        .toList());
        assertEquals(new Outcome.NotAllowed(Obstacle.ROLE_NOT_ASSIGNABLE, "wsusercannotassign"), outcomes.get(10));
        assertEquals("There is no account with the id 9999999.", ((Outcome.Refused) outcomes.get(2)).reason());
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void rows_that_change_nothing_were_already_so(String version) {
        moodle.answers(Recording.of(version, ENROL, "again"));

        assertEquals(List.of(new Outcome.AlreadySo(), new Outcome.AlreadySo(), new Outcome.AlreadySo()), enrol(3));
    }

    @ParameterizedTest
    @CsvSource({
        "4.5, may_not_enrol, maynotenrol, CAPABILITY_MISSING",
        "5.1, may_not_enrol, maynotenrol, CAPABILITY_MISSING",
        "4.5, course_closed, courseclosed, CAPABILITY_MISSING",
        "5.1, hidden_course_closed, courseclosed, CAPABILITY_MISSING",
        "4.5, may_not_assign_roles, wsusercannotassign, ROLE_NOT_ASSIGNABLE",
        "5.1, without_capability, nopermissions, CAPABILITY_MISSING"
    })
    void a_right_that_the_connector_lacks_is_for_the_administrator(
            String version, String recording, String errorCode, Obstacle obstacle) {
        moodle.answers(Recording.of(version, ENROL, recording));

        assertEquals(List.of(new Outcome.NotAllowed(obstacle, errorCode)), enrol(1));
    }

    private List<Outcome> enrol(int rows) {
        var wanted = LongStream.range(0, rows)
                .mapToObj(i -> Enrolment.of(100 + i, 2))
                .toList();
        return outcomes(moodle.client().enrolments().enrol(wanted));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void unenrolments_end_as_the_plugin_says(String version) {
        moodle.answers(Recording.of(version, UNENROL, "may_not_unenrol"));
        var rows = List.of(new Unenrolment(5, 2), new Unenrolment(6, 2));

        assertEquals(
                List.of(new Outcome.NotAllowed(Obstacle.CAPABILITY_MISSING, "maynotunenrol"), new Outcome.AlreadySo()),
                outcomes(moodle.client().enrolments().unenrol(rows)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void themes_are_written_each_by_itself(String version) throws Exception {
        moodle.answers(Recording.of(version, THEMES, "success"));
        var outcomes = outcomes(plugin.setThemes(List.of(
                new Theme("OPT", "Prøve", "Om prøver"),
                new Theme("", "Uden kode", ""),
                new Theme("OPTB", "", ""),
                new Theme("OPTC", "Æøå & co", ""))));

        assertEquals(List.of(new Outcome.Done(), new Outcome.Done()), List.of(outcomes.get(0), outcomes.get(3)));
        for (var refused : outcomes.subList(1, 3)) {
            assertEquals(
                    "themeincomplete",
                    assertInstanceOf(Outcome.Refused.class, refused).errorCode());
        }
        moodle.received();
        var fields = moodle.fields();
        assertTrue(
                fields.containsAll(List.of("expected=4", "rows[0][code]=OPT", "rows[3][name]=Æøå & co")),
                fields::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.5", "5.1"})
    void attaching_and_detaching_tell_whether_anything_changed(String version) {
        moodle.answers(Recording.of(version, ATTACH, "success"))
                .answers(Recording.of(version, ATTACH, "again"))
                .answers(Recording.of(version, ATTACH, "unknown_theme"))
                .answers(Recording.of(version, ATTACH, "unknown_course"))
                .answers(Recording.of(version, ATTACH, "without_capability"))
                .answers(Recording.of(version, DETACH, "success"))
                .answers(Recording.of(version, DETACH, "again"));

        assertTrue(plugin.attach(2, "OPT"));
        assertFalse(plugin.attach(2, "OPT"));
        assertEquals(
                "themeunknown",
                assertThrows(Refused.class, () -> plugin.attach(2, "NO")).errorCode());
        assertEquals(
                "invalidrecord",
                assertThrows(Refused.class, () -> plugin.attach(0, "OPT")).errorCode());
        assertEquals(
                Obstacle.CAPABILITY_MISSING,
                assertThrows(NotAllowed.class, () -> plugin.attach(2, "OPT")).obstacle());
        assertTrue(plugin.detach(2, "OPT"));
        assertFalse(plugin.detach(2, "OPT"));
    }
}
