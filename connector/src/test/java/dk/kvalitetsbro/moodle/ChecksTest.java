package dk.kvalitetsbro.moodle;

import static dk.kvalitetsbro.moodle.Check.State.BROKEN;
import static dk.kvalitetsbro.moodle.Check.State.LOOK;
import static dk.kvalitetsbro.moodle.Check.State.NOT_CHECKED;
import static dk.kvalitetsbro.moodle.Check.State.SOUND;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.FiredEvents;
import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.catalogue.TestCatalogue;
import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.EventMessages.Outcome;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.Obstacle;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.SiteState;
import dk.kvalitetsbro.outbox.Outbox;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChecksTest {
    private static final List<PersonKey> STAFF = List.of(new PersonKey("p1"), new PersonKey("p2"));

    private final RunningMoodle running = new RunningMoodle(MoodleVersion.values()[0]);
    private final Moodle moodle = running.moodle();
    private final Texts texts = new Texts(new Language());
    private final MovableClock clock = new MovableClock();
    private final EventMessages messages =
            new EventMessages(TestDatabase.begin().jdbi(), clock);

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void a_sound_moodle_has_nothing_to_remedy() {
        List<Check> checks = site(STAFF);

        assertEquals(
                List.of("Ser, hvem der har gennemført kurser"),
                checks.stream()
                        .filter(check -> check.state() != SOUND)
                        .map(Check::name)
                        .toList(),
                "there is nobody in a course yet to see it by");
        assertTrue(checks.stream().allMatch(check -> check.remedy().isEmpty()));
        assertTrue(checks.stream().noneMatch(check -> check.finding().contains("??")));
    }

    @Test
    void a_moodle_that_does_not_answer_is_told_from_one_that_refuses_the_token() {
        running.site.faults().siteIs(SiteState.MAINTENANCE_FROM_COMMAND_LINE);
        assertEquals(List.of(BROKEN, NOT_CHECKED, NOT_CHECKED, NOT_CHECKED, NOT_CHECKED), states(site(STAFF)));

        running.site.faults().siteIs(SiteState.TOKEN_EXPIRED);
        assertEquals(List.of(SOUND, BROKEN, NOT_CHECKED, NOT_CHECKED, NOT_CHECKED), states(site(STAFF)));
    }

    @Test
    void a_right_that_moodle_does_not_say_is_missing_is_named_with_its_remedy() {
        running.site.faults().revoke("moodle/course:update");

        assertTrue(site(STAFF).stream()
                .anyMatch(check -> check.state() == BROKEN && check.remedy().contains("moodle/course:update")));
    }

    @Test
    void what_is_broken_always_says_what_to_do() {
        for (SiteState state : SiteState.values()) {
            running.site.faults().siteIs(state);
            for (Check check : site(STAFF)) {
                assertEquals(check.state() == BROKEN, !check.remedy().isEmpty(), state + " " + check);
            }
        }
    }

    @Test
    void a_missing_configuration_says_which_settings_to_make() {
        var nowhere = RunningMoodle.check(new Moodle(RunningMoodle.settings("", ""), FixedTransaction.NONE));

        assertTrue(nowhere.run(texts, STAFF).get(0).remedy().contains("MOODLE_URL"));
    }

    @Test
    void functions_that_the_service_lacks_are_named() {
        running.site.faults().withhold("enrol_manual_enrol_users");

        Check functions = site(STAFF).get(3);

        assertEquals(BROKEN, functions.state());
        assertTrue(functions.remedy().contains("enrol_manual_enrol_users"));
        assertFalse(functions.remedy().contains("core_user_get_users_by_field"));
    }

    @Test
    void functions_of_the_plugin_are_needed_and_counted_where_the_plugin_is() {
        assertTrue(site(STAFF).get(3).finding().contains("Alle 7 "));
        try (var withPlugin = RunningMoodle.withPlugin(MoodleVersion.V5_1)) {
            assertTrue(functions(withPlugin).finding().contains("Alle 15 "));

            withPlugin.site.faults().withhold("local_kvalitetsbro_get_catalogue");

            assertEquals(BROKEN, functions(withPlugin).state());
            assertTrue(functions(withPlugin).remedy().endsWith(": local_kvalitetsbro_get_catalogue"));
        }
    }

    private Check functions(RunningMoodle there) {
        Moodle site = there.moodle();
        try {
            return RunningMoodle.check(site).run(texts, STAFF).get(3);
        } finally {
            site.close();
        }
    }

    @Test
    void a_service_without_the_function_that_only_saves_time_works_slowly() {
        running.site.faults().withhold(SiteCheck.HELPFUL);

        assertEquals(LOOK, site(STAFF).get(3).state());
    }

    @Test
    void staff_that_moodle_does_not_know_are_counted() {
        assertEquals(
                LOOK,
                site(List.of(new PersonKey("p1"), new PersonKey("p9"))).get(4).state());
        assertEquals(BROKEN, site(List.of(new PersonKey("p9"))).get(4).state());
        assertEquals(NOT_CHECKED, site(List.of()).get(4).state());
    }

    @Test
    void versions_before_the_oldest_tried_deserve_a_look() {
        assertEquals(2024100705L, SiteCheck.wholeVersion("2024100705.01"));
        assertEquals(0, SiteCheck.wholeVersion("dev"));
    }

    @Test
    void what_goes_back_and_forth_is_told_without_asking_moodle() {
        Jdbi jdbi = TestDatabase.begin().jdbi();
        Readings readings = new Readings(jdbi, clock);
        Outbox outbox = new Outbox(jdbi, clock, new FiredEvents<>());
        TrafficCheck traffic = new TrafficCheck(readings, outbox, clock);

        assertEquals(List.of(LOOK, SOUND, SOUND, NOT_CHECKED), states(traffic.run(texts)));

        readings.succeeded(Subject.COURSES, 40);
        readings.failed(Subject.COMPLETIONS, new IllegalStateException("down"));
        outbox.add("enrolment", "1", "");
        assertEquals(List.of(SOUND, SOUND, SOUND, BROKEN), states(traffic.run(texts)));

        clock.move(TrafficCheck.LONG_WAIT.plusSeconds(1));
        readings.succeeded(Subject.COMPLETIONS, 0);
        jdbi.useHandle(
                handle -> handle.execute(
                        """
                insert into outbox.entry (kind, key, payload, state, added, next_attempt, ended, reason_key)
                values ('enrolment', '2', '', 'PARKED', now(), now(), now(), 'outbox.parked.broke')"""));
        assertEquals(List.of(SOUND, LOOK, LOOK, SOUND), states(traffic.run(texts)));
    }

    @Test
    void what_is_amiss_with_many_courses_is_one_check_for_each_cause() {
        Jdbi jdbi = TestDatabase.begin().jdbi();
        Barred barred = new Barred(jdbi, clock);
        Silences silences = new Silences(jdbi, clock);
        CourseCheck courses = new CourseCheck(barred, silences, TestCatalogue.on(jdbi));
        assertEquals(List.of(), courses.run(texts));

        barred.keep(
                Map.of(
                        8L, Barred.Cause.of(Obstacle.CAPABILITY_MISSING, "nopermissions"),
                        9L, Barred.Cause.of(Obstacle.CAPABILITY_MISSING, "nopermissions")),
                Set.of(8L, 9L));
        silences.keep(Map.of(6L, "accessdenied", 7L, "nocriteriaset", 8L, "cannotviewreport", 9L, "odd"), Set.of());
        List<Check> checks = courses.run(texts);

        assertEquals(List.of(BROKEN, LOOK, LOOK, LOOK, LOOK), states(checks));
        Check cause = checks.get(0);
        assertTrue(cause.finding().contains("2 kurser") && cause.finding().contains("#8, #9"), cause.finding());
        assertTrue(cause.remedy().startsWith(Obstacle.CAPABILITY_MISSING.remedy(texts.locale())));
        assertTrue(checks.get(1).remedy().contains("moodle/site:accessallgroups"));
        assertTrue(checks.stream().noneMatch(check -> (check.finding() + check.remedy()).contains("??")));
    }

    @Test
    void a_course_that_the_connection_is_not_let_into_may_be_hidden_and_the_page_names_the_right() {
        Jdbi jdbi = TestDatabase.begin().jdbi();
        MovableClock clock = new MovableClock();
        Barred barred = new Barred(jdbi, clock);
        CourseCheck courses = new CourseCheck(barred, new Silences(jdbi, clock), TestCatalogue.on(jdbi));
        var hidden = Barred.Cause.of(Obstacle.CAPABILITY_MISSING, "errorcoursecontextnotvalid");
        barred.keep(Map.of(8L, hidden), Set.of(8L));

        assertTrue(courses.run(texts).get(0).remedy().contains("moodle/course:viewhiddencourses"));
    }

    @Test
    void events_are_not_asked_for_where_no_secret_is_set_and_never_taken_with_a_short_one() {
        Check unset = events(Optional.empty());
        assertEquals(NOT_CHECKED, unset.state());
        assertTrue(unset.remedy().contains("cli/setup.php") && unset.remedy().contains("MOODLE_EVENTS_SECRET"));

        assertEquals(BROKEN, events(Optional.of("short")).state());
    }

    @Test
    void the_newest_message_with_events_says_how_it_stands_and_a_refused_one_why() {
        Optional<String> secret = Optional.of(EventText.SECRET);
        assertEquals(LOOK, events(secret).state());

        messages.accepted();
        assertEquals(SOUND, events(secret).state());

        Map<Outcome, String> details = Map.of(
                Outcome.SIGNATURE,
                "",
                Outcome.AGE,
                "-722",
                Outcome.SITE,
                "https://other.example",
                Outcome.CONTENT,
                "JSON");
        details.forEach((reason, detail) -> {
            clock.move(EventMessages.SAME_TROUBLE);
            assertTrue(messages.refused(reason, detail));
            Check refused = events(secret);
            assertEquals(BROKEN, refused.state());
            assertFalse((refused.finding() + refused.remedy()).contains("??"), refused.toString());
            assertTrue(refused.remedy().contains(reason == Outcome.AGE ? "12 minutter bagud" : detail));
            assertTrue(reason != Outcome.SITE
                    || refused.remedy().contains(running.settings().url()));
        });

        clock.move(EventMessages.SAME_TROUBLE);
        messages.accepted();
        assertEquals(SOUND, events(secret).state());
    }

    @Test
    void the_same_refusal_over_and_over_is_news_once_a_minute() {
        assertTrue(messages.refused(Outcome.SIGNATURE, ""));
        assertTrue(messages.refused(Outcome.SITE, "x\u0000\ud800" + "y".repeat(1000)));
        clock.move(EventMessages.SAME_TROUBLE.minusSeconds(1));
        assertFalse(messages.refused(Outcome.SIGNATURE, ""));
        clock.move(Duration.ofSeconds(1));
        assertTrue(messages.refused(Outcome.SIGNATURE, ""));
    }

    private Check events(Optional<String> secret) {
        return new EventCheck(new EventSignature(secret, clock), running.settings(), messages).run(texts);
    }

    private List<Check> site(List<PersonKey> staff) {
        return RunningMoodle.check(moodle).run(texts, staff);
    }

    private static List<State> states(List<Check> checks) {
        return checks.stream().map(Check::state).toList();
    }
}
