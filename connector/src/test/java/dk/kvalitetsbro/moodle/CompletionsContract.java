package dk.kvalitetsbro.moodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.MovableClock;
import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.Assignments.Lost;
import dk.kvalitetsbro.assignments.LearningPlatform.Enrolment;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.competence.CompletionSource.Completion;
import dk.kvalitetsbro.competence.CompletionSource.News;
import dk.kvalitetsbro.competence.CompletionSource.Taken;
import dk.kvalitetsbro.moodle.Readings.Subject;
import dk.kvalitetsbro.moodle.client.Users.UserChange;
import dk.kvalitetsbro.moodle.fake.CourseSettings;
import dk.kvalitetsbro.moodle.fake.MoodleVersion;
import dk.kvalitetsbro.moodle.fake.SiteState;
import dk.kvalitetsbro.moodle.fake.User;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the connector hears of completions, and of those who can complete nothing any more, from every Moodle. */
abstract class CompletionsContract {
    private static final PersonKey MAJA = new PersonKey("p1");
    private static final PersonKey KAREN = new PersonKey("p2");
    private static final PersonKey STRANGER = new PersonKey("p9");

    private static final String LOOK_UP = "core_user_get_users_by_field";

    private final RunningMoodle running;
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final MovableClock clock = new MovableClock();
    private final Readings readings = new Readings(jdbi, clock);
    private final Silences silences = new Silences(jdbi, clock);
    private final Moodle moodle;
    private final MoodlePlatform platform;
    private final MoodleCompletions completions;

    CompletionsContract(MoodleVersion version) {
        running = new RunningMoodle(version);
        moodle = running.moodle();
        platform = RunningMoodle.platform(jdbi, moodle);
        completions = new MoodleCompletions(
                moodle,
                RunningMoodle.site(jdbi, "here"),
                new KnownAccounts(RunningMoodle.accounts(jdbi), clock),
                new CompletionRounds(clock),
                silences,
                readings);
    }

    @AfterEach
    void stop() {
        moodle.close();
        running.close();
    }

    @Test
    void completions_are_told_with_their_time_and_nothing_else_is() {
        platform.enrol(List.of(enrolment(1, MAJA, running.numbers), enrolment(2, KAREN, running.numbers)));
        running.site.complete(running.maja, running.numbers);

        News news = completions.of(List.of(
                new Taken(MAJA, running.numbers),
                new Taken(KAREN, running.numbers),
                new Taken(STRANGER, running.numbers)));

        assertEquals(List.of(new Lost(STRANGER, running.numbers, Result.ACCOUNT_GONE)), news.lost());
        List<Completion> told = news.completed();

        assertEquals(1, told.size());
        assertEquals(MAJA, told.get(0).person());
        assertEquals(running.numbers, told.get(0).courseId());
        assertEquals(1, readings.newest(Subject.COMPLETIONS).found());
    }

    @Test
    void who_is_out_of_a_course_is_told_and_so_is_a_course_that_is_gone() {
        platform.enrol(List.of(enrolment(1, MAJA, running.numbers), enrolment(2, KAREN, running.outside)));
        var taken = List.of(
                new Taken(MAJA, running.numbers), new Taken(KAREN, running.numbers), new Taken(KAREN, running.outside));
        assertEquals(
                List.of(new Lost(KAREN, running.numbers, Result.ENROLMENT_ENDED)),
                completions.of(taken).lost());

        running.site.deleteCourse(running.outside);

        assertEquals(
                Set.of(
                        new Lost(KAREN, running.numbers, Result.ENROLMENT_ENDED),
                        new Lost(KAREN, running.outside, Result.NO_SUCH_COURSE)),
                Set.copyOf(completions.of(taken).lost()));
        assertEquals(List.of(), silences.all());
    }

    @Test
    void an_account_that_is_gone_is_told_at_once_and_is_nothing_of_the_course() {
        platform.enrol(List.of(enrolment(1, MAJA, running.numbers), enrolment(2, KAREN, running.numbers)));
        var taken = List.of(new Taken(MAJA, running.numbers), new Taken(KAREN, running.numbers));
        assertEquals(List.of(), completions.of(taken).lost());

        running.site.deleteUser(running.maja);

        var gone = List.of(new Lost(MAJA, running.numbers, Result.ACCOUNT_GONE));
        assertEquals(gone, completions.of(taken).lost());
        assertEquals(gone, completions.of(List.of(taken.get(0))).lost(), "though nobody else is asked about");
        assertEquals(List.of(), silences.all());
    }

    @Test
    void an_account_that_lost_its_key_or_has_a_double_is_told() {
        platform.enrol(List.of(enrolment(1, MAJA, running.numbers), enrolment(2, KAREN, running.numbers)));
        var taken = List.of(new Taken(MAJA, running.numbers), new Taken(KAREN, running.numbers));
        moodle.ask(client -> {
            client.users().update(UserChange.of(running.maja).idnumber(""));
            return running;
        });
        running.site.addUsers(List.of(User.named("karen2", "Karen Holm", "p2")));

        assertEquals(
                Set.of(
                        new Lost(MAJA, running.numbers, Result.ACCOUNT_GONE),
                        new Lost(KAREN, running.numbers, Result.SEVERAL_ACCOUNTS)),
                Set.copyOf(completions.of(taken).lost()));
    }

    @Test
    void nobody_is_called_gone_by_a_connection_that_finds_nobody_at_all() {
        new SmallTown(jdbi).centre("C1").pedagogue("p1", "C1").pedagogue("p2", "C1");
        var taken = List.of(new Taken(MAJA, running.numbers), new Taken(STRANGER, running.numbers));
        running.site.faults().revoke("moodle/user:viewalldetails");
        assertEquals(List.of(), completions.of(taken).lost());

        running.site.faults().clear();
        assertTrue(completions.of(taken).lost().contains(new Lost(STRANGER, running.numbers, Result.ACCOUNT_GONE)));
    }

    @Test
    void a_course_whose_groups_the_connection_does_not_see_is_silent_and_nobody_is_called_out_of_it() {
        platform.enrol(List.of(enrolment(1, MAJA, running.numbers), enrolment(2, KAREN, running.numbers)));
        running.site.setUp(running.numbers, CourseSettings.USUAL.withSeparateGroups());
        running.site.faults().revoke("moodle/site:accessallgroups");

        News news = completions.of(List.of(new Taken(MAJA, running.numbers), new Taken(KAREN, running.numbers)));

        assertEquals(new News(List.of(), List.of()), news);
        assertEquals(List.of(new Silences.Silence(running.numbers, "accessdenied")), silences.all());
    }

    @Test
    void a_course_that_moodle_tells_nothing_of_is_remembered_and_asked_about_seldom() {
        platform.enrol(List.of(enrolment(1, MAJA, running.numbers), enrolment(2, MAJA, running.outside)));
        var taken = List.of(new Taken(MAJA, running.numbers), new Taken(MAJA, running.outside));
        running.site.setUp(running.numbers, CourseSettings.USUAL.withoutCriterion());
        running.site.setUp(running.outside, CourseSettings.USUAL.withoutCompletion());

        completions.of(taken);
        assertEquals(
                Set.of(
                        new Silences.Silence(running.numbers, "nocriteriaset"),
                        new Silences.Silence(running.outside, "cannotviewreport")),
                Set.copyOf(silences.all()));
        assertEquals(Set.of(running.numbers), running.courses(jdbi, moodle).withoutConditions());

        int before = running.site.faults().calls();
        completions.of(taken);
        assertEquals(before, running.site.faults().calls());

        running.site.setUp(running.numbers, CourseSettings.USUAL);
        running.site.complete(running.maja, running.numbers);
        clock.move(Silences.PAUSE);
        assertEquals(1, completions.of(taken).completed().size());
        assertEquals(List.of(new Silences.Silence(running.outside, "cannotviewreport")), silences.all());

        completions.of(List.of());
        assertEquals(List.of(), silences.all());
    }

    @Test
    void people_are_looked_up_once_in_a_while_and_not_at_every_poll() {
        platform.enrol(List.of(enrolment(1, MAJA, running.numbers)));
        List<Taken> taken = List.of(new Taken(MAJA, running.numbers));
        int before = running.site.faults().calls(LOOK_UP);
        completions.of(taken);
        completions.of(taken);
        assertEquals(before + 1, running.site.faults().calls(LOOK_UP));

        clock.move(KnownAccounts.REMEMBERED);
        completions.of(taken);
        assertEquals(before + 2, running.site.faults().calls(LOOK_UP));
    }

    @Test
    void completions_that_cannot_be_asked_for_now_are_none_and_the_trouble_is_remembered() {
        running.site.faults().siteIs(SiteState.DATABASE_DOWN);

        assertEquals(new News(List.of(), List.of()), completions.of(List.of(new Taken(MAJA, running.numbers))));
        assertTrue(readings.newest(Subject.COMPLETIONS).lastOneFailed());
    }

    private static Enrolment enrolment(long assignment, PersonKey person, long course) {
        return RunningMoodle.enrolment(assignment, person, course);
    }
}
