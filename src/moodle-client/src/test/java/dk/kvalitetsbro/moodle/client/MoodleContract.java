package dk.kvalitetsbro.moodle.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.moodle.client.Cohorts.Membership;
import dk.kvalitetsbro.moodle.client.Competencies.CourseLink;
import dk.kvalitetsbro.moodle.client.Competencies.NewFramework;
import dk.kvalitetsbro.moodle.client.CourseCompletion.Pair;
import dk.kvalitetsbro.moodle.client.MoodleException.Refused;
import dk.kvalitetsbro.moodle.client.MoodleException.Unclear;
import dk.kvalitetsbro.moodle.client.Users.NewUser;
import dk.kvalitetsbro.moodle.client.Users.UserChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What holds between the client and every Moodle, a real one or the stand-in: each typed call, done and read back. It
 * leaves accounts behind, whose names begin with {@code kontrakt}, and with them some of what it made for them.
 */
abstract class MoodleContract {
    private static final long NOBODY = Integer.MAX_VALUE;
    private static final Outcome DONE = new Outcome.Done();
    private static final Outcome ALREADY_SO = new Outcome.AlreadySo();

    private final String unique = Long.toString(System.nanoTime(), Character.MAX_RADIX);
    private MoodleClient moodle;
    private Set<String> offered;

    abstract MoodleClient connect();

    /** Skips nothing: a real site whose service lacks a function fails here, with the function's name. */
    void needs(String... functions) {
        assertTrue(offered.containsAll(List.of(functions)), () -> "not in the service: " + List.of(functions));
    }

    @BeforeEach
    void open() {
        moodle = connect();
        offered = moodle.site().info().functions();
    }

    @AfterEach
    void close() {
        moodle.close();
    }

    @Test
    void courses_are_found_by_id_and_idnumber_and_have_contents_and_a_category() {
        needs("core_course_get_contents", "core_course_get_categories");
        var course = aCourse();

        assertEquals(List.of(course), moodle.courses().byIds(List.of(course.id(), NOBODY)));
        assertEquals(
                Optional.of(course),
                moodle.courses().byIdnumber(course.idnumber().orElseThrow()));
        assertTrue(moodle.courses().contents(course.id()).stream()
                .allMatch(section -> section.activities().stream().allMatch(activity -> activity.moduleId() > 0)));
        assertTrue(moodle.courses().categories().stream()
                .anyMatch(category -> course.category().equals(Optional.of(category.name()))));
    }

    @Test
    void an_account_is_made_found_changed_and_barred() {
        needs("core_user_create_users", "core_user_update_users");
        long id = person("a");

        assertEquals(
                id,
                moodle.users()
                        .byUsername("kontrakt" + unique + "a")
                        .orElseThrow()
                        .id());
        moodle.users().update(UserChange.of(id).idnumber("KY" + unique).suspended(true));
        var changed = moodle.users().byIdnumbers(List.of("KY" + unique)).get(0);
        assertEquals(id, changed.id());
        assertTrue(changed.suspended());
        assertEquals(List.of(), moodle.users().byIds(List.of(NOBODY)));
        assertThrows(
                Refused.class, () -> moodle.users().update(UserChange.of(NOBODY).suspended(true)));
        var both = outcomes(moodle.users()
                .update(List.of(
                        UserChange.of(NOBODY).suspended(true), UserChange.of(id).suspended(false))));
        assertInstanceOf(Outcome.Refused.class, both.get(0));
        assertEquals(DONE, both.get(1));
        assertFalse(moodle.users().byIds(List.of(id)).get(0).suspended());
    }

    @Test
    void people_are_enrolled_told_apart_and_unenrolled() {
        needs("enrol_manual_unenrol_users", "core_enrol_get_users_courses");
        long course = aCourse().id();
        long a = person("a");
        long b = person("b");
        var rows = List.of(
                Enrolment.of(a, course).until(Instant.now().plus(Duration.ofDays(30))),
                Enrolment.of(NOBODY, course),
                Enrolment.of(b, course),
                Enrolment.of(b, NOBODY));

        var first = outcomes(moodle.enrolments().enrol(rows));
        assertEquals(List.of(DONE, DONE), List.of(first.get(0), first.get(2)));
        assertInstanceOf(Outcome.Refused.class, first.get(1));
        assertInstanceOf(Outcome.Refused.class, first.get(3));
        assertInstanceOf(
                Outcome.AlreadyEnrolledDatesUnknown.class,
                outcomes(moodle.enrolments().enrol(rows)).get(0));
        assertTrue(moodle.courses().takenBy(a).stream().anyMatch(taken -> taken.id() == course));
        var streamed = new ArrayList<Long>();
        moodle.enrolments().in(course, user -> streamed.add(user.id()));
        assertTrue(streamed.containsAll(List.of(a, b)));

        var end = List.of(new Unenrolment(a, course), new Unenrolment(b, course), new Unenrolment(NOBODY, course));
        assertEquals(
                List.of(DONE, DONE, ALREADY_SO), outcomes(moodle.enrolments().unenrol(end)));
        assertEquals(
                List.of(),
                moodle.enrolments().in(course).stream()
                        .filter(user -> user.id() == a || user.id() == b)
                        .toList());
    }

    @Test
    void completion_is_told_pair_by_pair_and_activity_by_activity() {
        needs("core_completion_get_activities_completion_status", "enrol_manual_unenrol_users");
        long course = aCourse().id();
        long a = person("a");
        moodle.enrolments().enrol(List.of(Enrolment.of(a, course)));

        var told = moodle.completions().of(List.of(new Pair(a, course), new Pair(NOBODY, course)));
        assertEquals(new CourseCompletion.NotCompleted(), told.get(0).state());
        assertInstanceOf(CourseCompletion.NotTold.class, told.get(1).state());
        assertTrue(moodle.completions().activities(course, a).stream().noneMatch(activity -> activity.completed()));
        moodle.enrolments().unenrol(List.of(new Unenrolment(a, course)));
    }

    @Test
    void a_cohort_is_made_filled_emptied_and_deleted() {
        needs("core_cohort_create_cohorts", "core_cohort_add_cohort_members", "core_cohort_search_cohorts");
        var cohort = moodle.cohorts().create("Kontrakt " + unique, "KOH" + unique);
        long a = person("a");
        long b = person("b");
        var rows = List.of(
                new Membership(a, cohort.id()), new Membership(NOBODY, cohort.id()), new Membership(b, cohort.id()));

        assertEquals(List.of(cohort), moodle.cohorts().search(unique));
        var first = outcomes(moodle.cohorts().add(rows));
        assertEquals(List.of(DONE, DONE), List.of(first.get(0), first.get(2)));
        assertInstanceOf(Outcome.Refused.class, first.get(1));
        assertEquals(Set.of(a, b), Set.copyOf(moodle.cohorts().members(cohort.id())));
        assertEquals(ALREADY_SO, outcomes(moodle.cohorts().add(rows)).get(0));
        assertEquals(List.of(DONE), outcomes(moodle.cohorts().remove(rows.subList(0, 1))));
        assertEquals(List.of(ALREADY_SO), outcomes(moodle.cohorts().remove(rows.subList(0, 1))));
        assertEquals(List.of(b), moodle.cohorts().members(cohort.id()));
        moodle.cohorts().delete(cohort.id());
        assertEquals(List.of(), moodle.cohorts().search(unique));
    }

    @Test
    void competencies_are_linked_graded_and_planned() {
        needs("core_competency_add_competency_to_course", "core_competency_grade_competency");
        var competencies = moodle.competencies();
        var framework =
                competencies.createFramework(new NewFramework("Kontrakt " + unique, "KFW" + unique, "", 1, 2, 2));
        var one = competencies.create(framework.id(), "Sprog", "K1" + unique, "");
        var two = competencies.create(framework.id(), "Leg", "K2" + unique, "");
        long course = aCourse().id();

        assertTrue(competencies.frameworks().contains(framework));
        assertEquals(Set.of(one, two), Set.copyOf(competencies.in(framework.id())));
        var links = List.of(
                new CourseLink(course, one.id()), new CourseLink(course, NOBODY), new CourseLink(course, two.id()));
        var first = outcomes(competencies.link(links));
        assertEquals(List.of(DONE, DONE), List.of(first.get(0), first.get(2)));
        assertInstanceOf(Outcome.Refused.class, first.get(1));
        assertEquals(ALREADY_SO, outcomes(competencies.link(links)).get(0));
        assertTrue(competencies.ofCourse(course).containsAll(List.of(one, two)));

        long a = person("a");
        assertEquals(Optional.of(2L), competencies.grade(a, one.id(), 2, "set").grade());
        var plan = moodle.learningPlans().create(a, "Plan " + unique, "", Optional.empty());
        assertTrue(moodle.learningPlans().add(plan.id(), one.id()));
        assertEquals(List.of(plan), moodle.learningPlans().of(a));
        var planned = moodle.learningPlans().competencies(plan.id()).get(0);
        assertEquals(one, planned.competency());
        assertEquals(Optional.of(true), planned.proficient());
        var template = moodle.learningPlans().createTemplate("Skabelon " + unique, "");
        assertTrue(moodle.learningPlans().addToTemplate(template.id(), two.id()));
        assertTrue(moodle.learningPlans().templates().contains(template));

        assertEquals(List.of(DONE, DONE), outcomes(competencies.unlink(List.of(links.get(0), links.get(2)))));
        assertEquals(List.of(ALREADY_SO), outcomes(competencies.unlink(links.subList(0, 1))));
    }

    @Test
    void messages_are_sent_and_one_to_nobody_stops_no_other() {
        needs("core_message_send_instant_messages");
        long a = person("a");
        var rows = List.of(
                new Messages.Message(NOBODY, "Hej"),
                new Messages.Message(a, "Hej **" + unique + "**"),
                new Messages.Message(a, "Hej igen"));
        var outcomes = outcomes(moodle.messages().send(rows));

        assertInstanceOf(Outcome.Refused.class, outcomes.get(0));
        assertEquals(List.of(DONE, DONE), outcomes.subList(1, 3));
    }

    @Test
    void groups_groupings_and_calendar_entries_are_made() {
        needs("core_group_create_groups", "core_group_create_groupings", "core_calendar_create_calendar_events");
        long course = aCourse().id();
        long a = person("a");
        moodle.enrolments().enrol(List.of(Enrolment.of(a, course)));
        var group = moodle.groups().create(course, "Hold " + unique, "H" + unique);
        moodle.groups().addMembers(group.id(), List.of(a));
        moodle.groups().addMembers(group.id(), List.of(a));

        assertThrows(Refused.class, () -> moodle.groups().create(course, "Hold " + unique, ""));
        assertEquals(
                course,
                moodle.groups()
                        .createGrouping(course, "Alle " + unique, "G" + unique)
                        .courseId());
        assertTrue(moodle.calendar()
                        .add(new Calendar.CourseEvent(
                                course, "Opstart", "", Instant.now().plus(Duration.ofDays(7)), Duration.ofHours(2)))
                > 0);
        moodle.enrolments().unenrol(List.of(new Unenrolment(a, course)));
    }

    @Test
    void feedback_is_listed_and_added_up() {
        needs("mod_feedback_get_feedbacks_by_courses", "mod_feedback_get_analysis");
        var courses = moodle.courses().all().stream().map(Course::id).limit(50).toList();
        for (var form : moodle.feedback().in(courses)) {
            assertTrue(moodle.feedback().analysis(form.id()).answers() >= 0);
        }
    }

    @Test
    void a_function_that_does_not_exist_is_no_success() {
        var trouble =
                assertThrows(MoodleException.class, () -> moodle.call("core_nope_nope", Params.none(), Object.class));
        assertTrue(!(trouble instanceof Unclear), trouble::toString);
    }

    private long person(String name) {
        var username = "kontrakt" + unique + name;
        return moodle.users()
                .create(new NewUser(
                        username, "Kontrakt", name, username + "@example.invalid", "K" + unique + name, "manual"));
    }

    /** One that is open to all and has a code. */
    private Course aCourse() {
        return moodle.courses().all().stream()
                .filter(course -> course.visible() && course.idnumber().isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static List<Outcome> outcomes(List<? extends RowResult<?>> results) {
        return results.stream().map(RowResult::outcome).toList();
    }
}
