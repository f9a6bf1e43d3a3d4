package dk.kvalitetsbro.moodle.client;

import static dk.kvalitetsbro.moodle.client.TestSite.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.Cohorts.Membership;
import dk.kvalitetsbro.moodle.client.Competencies.CourseLink;
import dk.kvalitetsbro.moodle.client.Competencies.NewFramework;
import dk.kvalitetsbro.moodle.client.MoodleException.NotAllowed;
import dk.kvalitetsbro.moodle.client.Users.UserChange;
import dk.kvalitetsbro.moodle.fake.CourseSettings;
import dk.kvalitetsbro.moodle.fake.Fault;
import dk.kvalitetsbro.moodle.fake.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The discipline of every bulk write: nobody's dates are lost, nothing is done twice, no row is forgotten. */
class BulkRulesTest {
    private static final String TOGETHER = "tool_mobile_call_external_functions";
    private static final Outcome DONE = new Outcome.Done();
    private static final Outcome ALREADY_SO = new Outcome.AlreadySo();
    private static final Instant END = Instant.parse("2027-06-30T22:00:00Z");
    private static final Instant OTHER_END = Instant.parse("2028-06-30T22:00:00Z");
    private static final long NOBODY = 9_999_999;

    private TestSite site = new TestSite(0, 0);

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void people_that_separate_groups_hide_are_not_enrolled_over() {
        start(2, 2, settings -> settings);
        var client = site.client();
        client.enrolments().enrol(List.of(enrolment(0, 0).until(END)));
        site.moodle.setUp(site.courses.get(0), CourseSettings.USUAL.withSeparateGroups());
        site.moodle.faults().revoke("moodle/site:accessallgroups");
        var outcomes = outcomes(client.enrolments().enrol(List.of(enrolment(0, 0), enrolment(0, 1))));

        assertEquals(
                Obstacle.GROUPS_HIDDEN,
                assertInstanceOf(Outcome.NotAllowed.class, outcomes.get(0)).obstacle());
        assertEquals(DONE, outcomes.get(1), "the other course has no such groups");
        assertEquals(Optional.of(END), end(0, 0));
        assertInstanceOf(
                Outcome.NotAllowed.class,
                outcomes(client.enrolments().unenrol(List.of(new Unenrolment(site.person(0), site.course(0)))))
                        .get(0));
    }

    @Test
    void with_the_plugin_dates_are_kept_or_changed_as_told() {
        start(2, 1, settings -> settings.withPlugin());
        var enrolments = site.client().enrolments();

        assertEquals(
                List.of(DONE), outcomes(enrolments.enrol(List.of(enrolment(0, 0).until(END)))));
        assertEquals(List.of(ALREADY_SO), outcomes(enrolments.enrol(List.of(enrolment(0, 0)))));
        assertEquals(Optional.of(END), end(0, 0));
        assertEquals(
                List.of(DONE),
                outcomes(enrolments.enrolOrChange(
                        List.of(enrolment(0, 0).until(OTHER_END).suspend()))));
        assertEquals(Optional.of(OTHER_END), end(0, 0));
        assertTrue(site.moodle
                .enrolment(site.person(0), site.course(0))
                .orElseThrow()
                .suspended());
        assertEquals(
                List.of(DONE, ALREADY_SO),
                outcomes(enrolments.unenrol(List.of(
                        new Unenrolment(site.person(0), site.course(0)),
                        new Unenrolment(site.person(1), site.course(0))))));
    }

    @Test
    void without_the_plugin_nobodys_dates_are_changed() {
        start(1, 1, settings -> settings);

        assertThrows(NotAllowed.class, () -> site.client().enrolments().enrolOrChange(List.of(enrolment(0, 0))));
    }

    @Test
    void with_the_plugin_a_call_that_php_cut_is_noticed_and_bad_rows_stand_alone() {
        start(400, 1, settings -> settings.withPlugin());
        site.moodle.faults().maxInputVars(300);
        var rows = new ArrayList<>(site.everybodyIn(site.course(0)));
        rows.add(Enrolment.of(NOBODY, site.course(0)));
        var outcomes = outcomes(site.client().enrolments().enrol(rows));

        assertTrue(outcomes.subList(0, 400).stream().allMatch(DONE::equals), outcomes::toString);
        assertInstanceOf(Outcome.Refused.class, outcomes.get(400));
        assertEquals(400, site.moodle.enrolled(site.course(0)));
    }

    @Test
    void with_the_plugin_a_lost_reply_is_followed_by_the_same_rows() {
        start(50, 1, settings -> settings.withPlugin());
        site.moodle.faults().next(PluginEnrolling.NAME, new Fault.CutAfter());
        site.moodle.faults().next(PluginEnrolling.NAME, new Fault.CutBefore());
        var outcomes = outcomes(site.client().enrolments().enrol(site.everybodyIn(site.course(0))));

        assertTrue(outcomes.stream().allMatch(outcome -> outcome.equals(DONE) || outcome.equals(ALREADY_SO)));
        assertEquals(50, site.moodle.enrolled(site.course(0)));
    }

    @Test
    void links_to_competencies_survive_bad_rows_and_lost_replies() {
        start(0, 3, settings -> settings);
        var competencies = site.client().competencies();
        long framework = competencies
                .createFramework(new NewFramework("Læreplan", "L", "", 1, 2, 2))
                .id();
        var rows = new ArrayList<CourseLink>();
        for (int i = 0; i < 40; i++) {
            var competency = competencies.create(framework, "K" + i, "K" + i, "");
            rows.add(new CourseLink(site.course(i % 3), competency.id()));
        }
        rows.add(7, new CourseLink(site.course(0), NOBODY));
        rows.add(20, new CourseLink(NOBODY, rows.get(0).competencyId()));
        site.moodle.faults().next(TOGETHER, new Fault.CutAfter());
        var outcomes = outcomes(competencies.link(rows));

        for (int i = 0; i < outcomes.size(); i++) {
            boolean bad = i == 7 || i == 20;
            assertEquals(bad, outcomes.get(i) instanceof Outcome.Refused, i + " " + outcomes.get(i));
        }
        long held = site.courses.stream()
                .mapToLong(course -> competencies.ofCourse(course).size())
                .sum();
        assertEquals(40, held);
    }

    @Test
    void cohorts_are_filled_through_trouble_and_php_cutting_calls() {
        start(700, 0, settings -> settings);
        var cohorts = site.client(builder -> builder.variableBudget(4_000)).cohorts();
        long cohort = cohorts.create("Alle", "ALLE").id();
        site.moodle.faults().maxInputVars(1_000);
        site.moodle.faults().next("core_cohort_add_cohort_members", new Fault.CutAfter());
        site.moodle.faults().next("core_cohort_add_cohort_members", Fault.html(502));
        var rows = new ArrayList<>(site.people.stream()
                .map(person -> new Membership(person, cohort))
                .toList());
        rows.add(300, new Membership(NOBODY, cohort));
        var outcomes = outcomes(cohorts.add(rows));

        assertInstanceOf(Outcome.Refused.class, outcomes.remove(300));
        assertTrue(outcomes.stream().allMatch(DONE::equals), outcomes::toString);
        assertEquals(700, cohorts.members(cohort).size());
    }

    @Test
    void accounts_are_changed_through_trouble_and_each_bad_row_is_named() {
        start(500, 0, settings -> settings);
        site.moodle.faults().next("core_user_update_users", new Fault.CutAfter());
        site.moodle.faults().next("core_user_update_users", new Fault.CutBefore());
        var rows = new ArrayList<>(site.people.stream()
                .map(person -> UserChange.of(person).idnumber("NY" + person))
                .toList());
        rows.add(250, UserChange.of(NOBODY).suspended(true));
        rows.add(UserChange.of(site.person(0)).suspended(true));
        var outcomes = outcomes(site.client().users().update(rows));

        assertEquals(
                "invaliduserid",
                assertInstanceOf(Outcome.Refused.class, outcomes.remove(250)).errorCode());
        assertEquals(
                "conflictingrow",
                assertInstanceOf(Outcome.Refused.class, outcomes.remove(500)).errorCode());
        assertTrue(outcomes.stream().allMatch(DONE::equals), outcomes::toString);
        assertEquals(
                500,
                site.client()
                        .users()
                        .byIdnumbers(site.people.stream()
                                .map(person -> "NY" + person)
                                .toList())
                        .size());
    }

    @Test
    void without_the_right_no_account_is_changed_and_nobody_is_asked_about_one_by_one() {
        start(300, 0, settings -> settings);
        site.moodle.faults().revoke("moodle/user:update");
        var outcomes = outcomes(site.client()
                .users()
                .update(site.people.stream()
                        .map(person -> UserChange.of(person).suspended(true))
                        .toList()));

        assertTrue(outcomes.stream().allMatch(Outcome.NotAllowed.class::isInstance));
        assertTrue(site.moodle.faults().calls("core_user_update_users") < 20);
    }

    @Test
    void a_hundred_thousand_rows_each_have_their_outcome() {
        start(5_000, 20, settings -> settings);
        var rows = site.courses.stream()
                .flatMap(course -> site.people.stream().map(person -> Enrolment.of(person, course)))
                .toList();
        var results = site.client().enrolments().enrol(rows);

        assertEquals(100_000, results.size());
        assertTrue(results.stream().allMatch(result -> result.outcome().equals(DONE)));
        assertEquals(
                100_000, site.courses.stream().mapToLong(site.moodle::enrolled).sum());
    }

    @Test
    void an_unknown_role_refuses_whole_courses_and_not_row_by_row() {
        start(200, 2, settings -> settings);
        var outcomes = outcomes(
                site.client(builder -> builder.studentRole(77)).enrolments().enrol(site.everybodyIn(site.course(0))));

        assertTrue(outcomes.stream()
                .allMatch(outcome ->
                        outcome instanceof Outcome.NotAllowed no && no.obstacle() == Obstacle.ROLE_NOT_ASSIGNABLE));
        assertTrue(site.enrolCalls() < 20, "calls: " + site.enrolCalls());
    }

    private void start(int people, int courses, UnaryOperator<Settings> settings) {
        site.close();
        site = new TestSite(people, courses, settings);
    }

    private Enrolment enrolment(int person, int course) {
        return Enrolment.of(site.person(person), site.course(course));
    }

    private Optional<Instant> end(int person, int course) {
        return site.moodle
                .enrolment(site.person(person), site.course(course))
                .orElseThrow()
                .end();
    }
}
