package dk.kvalitetsbro.moodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.LearningPlatform.Enrolment;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.assignments.Order;
import dk.kvalitetsbro.assignments.TestAssignments;
import dk.kvalitetsbro.moodle.Check.State;
import dk.kvalitetsbro.moodle.client.Outcome;
import dk.kvalitetsbro.moodle.fake.Assignment;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.User;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Moodle's plugin is told beside an enrolment, and what never leaves. */
class EnrolmentNotesTest {
    private static final PersonKey MAJA = new PersonKey("p1");
    private static final PersonKey KAREN = new PersonKey("p2");
    private static final String ENROL = "local_kvalitetsbro_enrol_users";
    private static final String FINDING = "Forældrene savner sange, og det er et fund.";
    private static final Optional<Bilingual> LANGUAGE =
            Optional.of(new Bilingual("Kommunikation og sprog", "Communication and language"));

    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_plugin_is_told_the_end_of_the_last_danish_day_and_the_leaders_account(MoodleVersion version) {
        RunningMoodle running = opened(RunningMoodle.withPlugin(version));
        MoodlePlatform platform = platform(running, running.settings(), Optional.empty());

        platform.enrol(List.of(
                enrolment(1, MAJA, running.numbers, "2026-08-01", KAREN, LANGUAGE),
                enrolment(2, MAJA, running.outside, "2026-12-24", KAREN, LANGUAGE)));

        assertEquals(
                Optional.of(assignment("2026-08-01T21:59:59Z", OptionalLong.of(running.karen))),
                running.site.assignment(running.maja, running.numbers));
        assertEquals(
                Optional.of(assignment("2026-12-24T22:59:59Z", OptionalLong.of(running.karen))),
                running.site.assignment(running.maja, running.outside));
        assertEquals(1, running.site.faults().calls("core_user_get_users_by_field"));
    }

    @Test
    void a_leader_without_an_account_or_with_several_is_left_out() {
        RunningMoodle running = opened(RunningMoodle.withPlugin(MoodleVersion.V5_1));
        MoodlePlatform platform = platform(running, running.settings(), Optional.empty());
        running.site.addUsers(List.of(User.named("karen2", "Karen Holm", "p2")));

        assertEquals(
                Map.of(1L, Result.ENROLLED, 2L, Result.ENROLLED),
                platform.enrol(List.of(
                        enrolment(1, MAJA, running.numbers, "2026-08-01", KAREN, LANGUAGE),
                        enrolment(2, MAJA, running.outside, "2026-08-01", new PersonKey("p9"), LANGUAGE))));

        var withoutLeader = Optional.of(assignment("2026-08-01T21:59:59Z", OptionalLong.empty()));
        assertEquals(withoutLeader, running.site.assignment(running.maja, running.numbers));
        assertEquals(withoutLeader, running.site.assignment(running.maja, running.outside));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "neutral", "Theme", "finding"})
    void no_reason_is_sent_unless_the_configuration_says_theme(String reasons) {
        RunningMoodle running = opened(RunningMoodle.withPlugin(MoodleVersion.V5_1));
        Wiretap wire = opened(new Wiretap(running.site.baseUri()));

        platform(running, RunningMoodle.settings(wire.address(), RunningMoodle.TOKEN), Optional.of(reasons))
                .enrol(List.of(enrolment(1, MAJA, running.numbers, "2026-08-01", KAREN, LANGUAGE)));

        assertTrue(wire.fields(ENROL).stream().anyMatch(field -> field.contains("[duedate]")));
        assertTrue(wire.fields(ENROL).stream().noneMatch(field -> field.contains("[reason]")));
    }

    @Test
    void with_theme_the_reason_names_the_theme_in_danish_and_an_enrolment_without_one_takes_it_back() {
        RunningMoodle running = opened(RunningMoodle.withPlugin(MoodleVersion.V5_1));
        running.site.showReasons(true);
        MoodlePlatform platform = platform(running, running.settings(), Optional.of("theme"));

        platform.enrol(List.of(enrolment(1, MAJA, running.numbers, "2026-08-01", KAREN, LANGUAGE)));
        assertEquals(Optional.of("Valgt til temaet Kommunikation og sprog"), reason(running));

        platform.enrol(List.of(enrolment(2, MAJA, running.numbers, "2026-08-01", KAREN, Optional.empty())));
        assertEquals(Optional.empty(), reason(running));
    }

    @ParameterizedTest
    @CsvSource({"FINDING, ''", "MEASURE, ''", "PRIORITY, Valgt til temaet Kommunikation og sprog"})
    void only_the_theme_of_a_priority_reaches_the_wire_and_never_a_word_of_the_need(String source, String reason) {
        RunningMoodle running = opened(RunningMoodle.withPlugin(MoodleVersion.V5_1));
        Wiretap wire = opened(new Wiretap(running.site.baseUri()));
        SmallTown town = new SmallTown(jdbi).centre("C1").course(running.numbers, "Tal & mængder", 4, "KOM");
        town.employ("p2", "E-p2", "C1", JobGroup.LEADER).pedagogue("p1", "C1");
        long need = town.need("C1", "KOM", source, FINDING);
        var clock = new MovableClock();
        TestAssignments.on(jdbi, clock)
                .assign(new Order(
                        new CentreCode("C1"),
                        need,
                        running.numbers,
                        Set.of("E-p1"),
                        LocalDate.parse("2026-09-01"),
                        true));

        TestAssignments.delivery(
                        jdbi,
                        clock,
                        platform(
                                running,
                                RunningMoodle.settings(wire.address(), RunningMoodle.TOKEN),
                                Optional.of("theme")))
                .deliver(TestAssignments.entries(jdbi));

        assertTrue(running.site.enrolment(running.maja, running.numbers).isPresent());
        assertTrue(wire.fields(ENROL).contains("rows[0][reason]=" + reason), wire.heard());
        for (String word : List.of("Forældrene", "fund", "sange")) {
            assertFalse(wire.heard().contains(word), word);
        }
        assertEquals(source.equals("PRIORITY"), wire.heard().contains("Kommunikation"));
    }

    @Test
    void without_the_plugin_nothing_is_told_and_no_leader_looked_up() {
        RunningMoodle running = opened(new RunningMoodle(MoodleVersion.V5_1));
        Wiretap wire = opened(new Wiretap(running.site.baseUri()));

        assertEquals(
                Map.of(1L, Result.ENROLLED),
                platform(running, RunningMoodle.settings(wire.address(), RunningMoodle.TOKEN), Optional.of("theme"))
                        .enrol(List.of(enrolment(1, MAJA, running.numbers, "2026-08-01", KAREN, LANGUAGE))));

        assertFalse(wire.heard().contains("p2"), wire.heard());
        for (String told : List.of("duedate", "reason", "assignedby", "Kommunikation")) {
            assertFalse(wire.heard().contains(told), told);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "usersuspended, ACCOUNT_SUSPENDED",
        "userdeleted, NO_ACCOUNT",
        "invaliduser, NO_ACCOUNT",
        "invalidrecord, NO_SUCH_COURSE",
        "nomanualenrolment, NO_MANUAL_ENROLMENT",
        "guestsarenotallowed, REFUSED",
        "datesinvalid, REFUSED",
        "reasontoolong, REFUSED",
        "rowfailed, REFUSED",
        "assignerunknown, UNKNOWN"
    })
    void what_the_plugin_refuses_is_told_apart(String errorCode, Result result) {
        assertEquals(result, MoodlePlatform.result(new Outcome.Refused(errorCode, "")));
    }

    @ParameterizedTest
    @CsvSource({
        "moodle/course:view, CAPABILITY_MISSING",
        "enrol/manual:enrol, CAPABILITY_MISSING",
        "moodle/role:assign, ROLE_NOT_ASSIGNABLE"
    })
    void a_right_that_the_plugin_misses_is_waited_for(String right, String obstacle) {
        RunningMoodle running = opened(RunningMoodle.withPlugin(MoodleVersion.V5_1));
        MoodlePlatform platform = platform(running, running.settings(), Optional.empty());
        Barred barred = new Barred(jdbi, new MovableClock());
        var wanted = List.of(enrolment(1, MAJA, running.numbers, "2026-08-01", KAREN, LANGUAGE));
        running.site.faults().revoke(right);

        assertEquals(Map.of(1L, Result.UNKNOWN), platform.enrol(wanted));
        assertEquals(
                List.of(obstacle),
                barred.all().stream().map(Barred.Course::obstacle).toList());

        running.site.faults().clear();
        assertEquals(Map.of(1L, Result.ENROLLED), platform.enrol(wanted));
        assertEquals(Map.of(1L, Result.ALREADY_ENROLLED), platform.enrol(wanted));
        assertEquals(List.of(), barred.all());
    }

    @Test
    void the_page_says_where_themes_go_to_moodle_and_what_a_wrong_setting_should_be() {
        var texts = new Texts(new Language());
        assertEquals(Optional.empty(), new EnrolmentNotes(Optional.of("neutral")).check(texts));
        assertEquals(
                State.SOUND,
                new EnrolmentNotes(Optional.of("theme"))
                        .check(texts)
                        .orElseThrow()
                        .state());

        Check wrong = new EnrolmentNotes(Optional.of("tema")).check(texts).orElseThrow();
        assertEquals(State.BROKEN, wrong.state());
        assertTrue(wrong.finding().contains("tema") && wrong.remedy().contains("MOODLE_REASONS"), wrong.toString());
    }

    private <T extends AutoCloseable> T opened(T closeable) {
        open.add(0, closeable);
        return closeable;
    }

    private MoodlePlatform platform(RunningMoodle running, MoodleSettings settings, Optional<String> reasons) {
        Moodle moodle = new Moodle(settings, FixedTransaction.NONE);
        open.add(0, moodle::close);
        return RunningMoodle.platform(jdbi, moodle, RunningMoodle.site(jdbi, "here"), reasons);
    }

    private static Optional<String> reason(RunningMoodle running) {
        return running.site
                .assignment(running.maja, running.numbers)
                .orElseThrow()
                .reason();
    }

    private static Assignment assignment(String due, OptionalLong leader) {
        return new Assignment(Optional.empty(), Optional.of(Instant.parse(due)), leader);
    }

    private static Enrolment enrolment(
            long assignment, PersonKey person, long course, String due, PersonKey leader, Optional<Bilingual> theme) {
        return new Enrolment(assignment, person, course, Optional.of(LocalDate.parse(due)), leader, theme);
    }
}
