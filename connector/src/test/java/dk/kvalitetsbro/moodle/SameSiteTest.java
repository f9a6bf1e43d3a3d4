package dk.kvalitetsbro.moodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.assignments.LearningPlatform.Unavailable;
import dk.kvalitetsbro.competence.CompletionSource.News;
import dk.kvalitetsbro.competence.CompletionSource.Taken;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Refusal;
import dk.kvalitetsbro.web.Texts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SameSiteTest {
    private static final PersonKey MAJA = new PersonKey("p1");

    private final RunningMoodle running = new RunningMoodle(MoodleVersion.V5_1);
    private final Moodle moodle = running.moodle();
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final Texts texts = new Texts(new Language());
    private final SameSite former = RunningMoodle.site(jdbi, "https://before.example");
    private final SameSite now = RunningMoodle.site(jdbi, "https://now.example");

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void a_site_is_known_once_courses_came_from_it_and_not_before() {
        now.require();

        running.courses(jdbi, moodle, former).read();
        former.require();

        assertThrows(Refusal.class, now::require);
    }

    @Test
    void nothing_is_read_from_another_site_and_nobody_enrolled_until_somebody_says_it_is_the_same() {
        running.courses(jdbi, moodle, former).read();
        var wanted = List.of(RunningMoodle.enrolment(1, MAJA, running.numbers));
        var taken = List.of(new Taken(MAJA, running.numbers));
        var clock = new MovableClock();
        var readings = new Readings(jdbi, clock);
        var completions = new MoodleCompletions(
                moodle,
                now,
                new KnownAccounts(RunningMoodle.accounts(jdbi), clock),
                new CompletionRounds(clock),
                new Silences(jdbi, clock),
                readings);
        int before = running.site.faults().calls();

        assertThrows(Refusal.class, () -> running.courses(jdbi, moodle, now).read());
        assertThrows(Unavailable.class, () -> RunningMoodle.platform(jdbi, moodle, now)
                .enrol(wanted));
        assertThrows(Unavailable.class, () -> RunningMoodle.platform(jdbi, moodle, now)
                .accounts(List.of(MAJA)));
        assertEquals(new News(List.of(), List.of()), completions.of(taken));
        assertTrue(readings.newest(Subject.COMPLETIONS).lastOneFailed());
        assertEquals(before, running.site.faults().calls());

        now.confirm();

        assertEquals(
                Map.of(1L, Result.ENROLLED),
                RunningMoodle.platform(jdbi, moodle, now).enrol(wanted));
        assertThrows(Refusal.class, former::require);
    }

    @Test
    void the_page_names_both_sites_and_what_to_do() {
        assertEquals(Optional.empty(), now.check(texts));
        running.courses(jdbi, moodle, former).readQuickly();

        Check check = now.check(texts).orElseThrow();

        assertTrue(check.finding().contains("https://before.example"), check.finding());
        assertTrue(check.finding().contains("https://now.example"), check.finding());
        assertTrue(check.remedy().contains("MOODLE_URL"), check.remedy());
        assertEquals(Optional.empty(), former.check(texts));
    }

    @Test
    void a_site_is_called_by_its_address_unless_the_configuration_has_a_name_for_it() {
        new SameSite(jdbi, running.settings(), Optional.empty()).keep();

        String finding = now.check(texts).orElseThrow().finding();
        assertTrue(finding.contains(running.site.baseUri().toString().replaceFirst("/$", "")), finding);
    }
}
