package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.MoodleException.Unavailable;
import dk.kvalitetsbro.moodle.client.MoodleException.Unclear;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A site in trouble, as recorded from real ones. */
class SiteStatesTest {
    private static final String SITE_INFO = "core_webservice_get_site_info";
    private static final Map<String, Obstacle> OBSTACLES = Map.of(
            "web_services_off", Obstacle.WEB_SERVICES_OFF,
            "rest_protocol_off", Obstacle.WEB_SERVICES_OFF,
            "token_expired", Obstacle.ACCESS_DENIED,
            "token_ip_restricted", Obstacle.ACCESS_DENIED,
            "service_disabled", Obstacle.ACCESS_DENIED,
            "user_not_authorised_on_service", Obstacle.ACCESS_DENIED,
            "no_rest_use_capability", Obstacle.ACCESS_DENIED,
            "account_suspended", Obstacle.ACCOUNT_BARRED,
            "account_deleted", Obstacle.ACCOUNT_BARRED,
            "account_may_not_sign_in", Obstacle.ACCOUNT_BARRED);

    private ScriptedMoodle moodle;

    @BeforeEach
    void start() throws Exception {
        moodle = new ScriptedMoodle();
    }

    @AfterEach
    void stop() {
        moodle.close();
    }

    static Stream<Recording> ofBothVersions(Stream<String> states) {
        return states.flatMap(state ->
                Stream.of(Recording.of("4.5", "site_states", state), Recording.of("5.1", "site_states", state)));
    }

    static Stream<Recording> passing() {
        return ofBothVersions(Stream.of("maintenance", "upgrade_running", "database_down"));
    }

    static Stream<Recording> normal() {
        return ofBothVersions(Stream.of(
                "upgrade_pending_core", "upgrade_pending_plugin", "site_policy_not_agreed", "password_change_forced"));
    }

    static Stream<String> barred() {
        return OBSTACLES.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("passing")
    void trouble_that_passes_is_asked_again(Recording state) {
        moodle.answers(state).answers(state).answers(Recording.of("5.1", SITE_INFO, "success"));

        assertEquals("ws_integration", moodle.client().site().info().username());
        assertEquals(3, moodle.calls());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void trouble_that_stays_is_reported_after_four_calls(Recording state) {
        for (int i = 0; i < 4; i++) {
            moodle.answers(state);
        }
        assertThrows(Unavailable.class, () -> moodle.client().site().info());
        assertEquals(4, moodle.calls());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void a_write_meets_trouble_before_anything_has_happened(Recording state) {
        moodle.answers(state);

        assertThrows(Unavailable.class, () -> moodle.client().call("any_write", Params.none(), Object.class));
        assertEquals(1, moodle.calls(), "only its caller may repeat a write");
    }

    @ParameterizedTest
    @MethodSource("normal")
    void states_that_only_people_notice_change_nothing(Recording state) {
        assertEquals(
                "ws_integration", moodle.answers(state).client().site().info().username());
    }

    @ParameterizedTest
    @MethodSource("barred")
    void what_an_administrator_must_change_is_named(String state) {
        ofBothVersions(Stream.of(state)).forEach(recording -> {
            moodle.answers(recording);
            var notAllowed =
                    assertThrows(NotAllowed.class, () -> moodle.client().site().info());
            assertEquals(OBSTACLES.get(state), notAllowed.obstacle());
        });
        assertEquals(2, moodle.calls(), "asking again would not help");
    }

    @Test
    void a_site_that_asks_for_five_minutes_is_left_alone() {
        moodle.answers(Recording.of("5.1", "site_states", "maintenance_from_command_line"));

        var unavailable =
                assertThrows(Unavailable.class, () -> moodle.client().site().info());
        assertEquals(Optional.of(Duration.ofMinutes(5)), unavailable.retryAfter());
        assertEquals(1, moodle.calls());
    }

    @Test
    void broken_php_says_nothing_about_a_write() {
        moodle.answers(Recording.of("4.5", "site_states", "php_broken"));

        assertThrows(Unclear.class, () -> moodle.client().call("any_write", Params.none(), Object.class));
    }

    @ParameterizedTest
    @EnumSource
    void every_obstacle_has_a_remedy_in_danish_and_english(Obstacle obstacle) {
        var danish = obstacle.remedy(Locale.forLanguageTag("da-DK"));
        var english = obstacle.remedy(Locale.ENGLISH);

        assertFalse(danish.isBlank());
        assertFalse(english.equals(danish));
    }
}
