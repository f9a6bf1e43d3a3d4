package dk.kvalitetsbro.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.themes.Decision;
import dk.kvalitetsbro.themes.Need;
import dk.kvalitetsbro.web.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssignmentsTest {
    private final Desk desk = new Desk();
    private final Assignments assignments = desk.assignments;

    @Test
    void everybody_chosen_gets_the_course_and_moodle_will_hear_of_each() {
        assertEquals(new Assignments.Result(2, 0, 0), assignments.assign(desk.order("maja", "ole")));

        assertEquals(List.of("maja WAITING", "ole WAITING"), desk.states());
        assertEquals(2, desk.entries().size());
        assertEquals(1, desk.town.count("access.audit where action = 'assignments.assigned' and subject = 'C1'"));
    }

    @Test
    void confirming_again_changes_nothing_and_says_so() {
        assignments.assign(desk.order("maja", "ole"));

        assertEquals(new Assignments.Result(1, 2, 0), assignments.assign(desk.order("maja", "ole", "ida")));
        assertEquals(new Assignments.Result(0, 3, 0), assignments.assign(desk.order("maja", "ole", "ida")));

        assertEquals(3, desk.states().size());
        assertEquals(3, desk.entries().size());
        assertEquals(2, desk.town.count("access.audit where action = 'assignments.assigned'"));
    }

    @Test
    void nobody_has_a_course_open_twice_even_if_two_confirmations_cross() {
        Plan plan = assignments.plan(desk.order("maja"));
        desk.store.add(Desk.HERE, plan);

        assertEquals(List.of(), desk.store.add(Desk.HERE, plan));
    }

    @Test
    void the_plan_tells_who_is_taking_it_and_who_has_completed_it_and_counts_hours_for_the_rest() {
        assignments.assign(desk.order("maja", "ole"));
        assignments.complete(List.of(new Assignments.Done(SmallTown.key("ole"), 11)));

        Plan plan = assignments.plan(desk.order("maja", "ole", "ida"));

        assertEquals(List.of("maja"), names(plan.taking()));
        assertEquals(List.of("ole"), names(plan.completed()));
        assertEquals(List.of("ida"), names(plan.receivers()));
        assertEquals(OptionalInt.of(6), plan.hoursInAll());
    }

    @Test
    void who_takes_it_for_another_centre_is_left_out_here_too() {
        desk.town.employ("maja", "E-maja-2", "C2", JobGroup.PEDAGOGUE);
        long there = desk.town.need("C2", "MAT", "Også her.");
        assignments.assign(new Order(new CentreCode("C2"), there, 11, Set.of("E-maja-2"), Desk.DUE, true));

        assertEquals(new Assignments.Result(0, 1, 0), assignments.assign(desk.order("maja")));
    }

    @Test
    void somebody_with_two_employments_at_the_centre_gets_it_once() {
        desk.town.employ("maja", "E-second", "C1", JobGroup.PEDAGOGICAL_ASSISTANT);

        var both = new Order(Desk.HERE, desk.need, 11, Set.of("E-maja", "E-second"), Desk.DUE, true);

        assertEquals(new Assignments.Result(1, 0, 0), assignments.assign(both));
    }

    @Test
    void the_reason_stays_as_it_was_that_day() {
        assignments.assign(desk.order("maja"));
        desk.jdbi.useHandle(handle -> handle.execute("update themes.need set reason_da = 'Noget andet.'"));

        assertEquals(
                "Børnene måler sjældent selv.",
                desk.followUp.of(Desk.HERE).get(0).reason().da());
    }

    @Test
    void giving_a_course_accepts_the_need_once() {
        assignments.assign(desk.order("maja"));
        assignments.assign(desk.order("ole"));

        assertEquals(Decision.Choice.ACCEPTED, need().decision().orElseThrow().choice());
        assertEquals(1, desk.town.count("themes.decision"));
    }

    @Test
    void a_need_that_was_put_off_is_accepted_by_giving_a_course() {
        desk.needs.decide(need(), Decision.Choice.DEFERRED, "Efter sommer.");

        assignments.assign(desk.order("maja"));

        assertEquals(Decision.Choice.ACCEPTED, need().decision().orElseThrow().choice());
    }

    @Test
    void whose_enrolment_is_stuck_is_told_to_a_leader_who_gives_the_course_again() {
        assignments.assign(desk.order("maja", "ole"));
        desk.platform.answering("maja", LearningPlatform.Result.NO_ACCOUNT);
        desk.delivery.deliver(desk.entries());

        assertEquals(
                List.of("maja"),
                names(assignments.plan(desk.order("maja", "ole")).stuck()));
        assertEquals(new Assignments.Result(0, 2, 1), assignments.assign(desk.order("maja", "ole")));
    }

    @Test
    void whose_enrolment_was_given_up_on_the_worklist_can_be_given_the_course_again() {
        assignments.assign(desk.order("maja", "ole"));
        desk.dropEnrolmentOf("maja");

        assertEquals(List.of("maja"), names(assignments.plan(desk.order("maja")).receivers()));
        assertEquals(1, assignments.offers(need()).get(0).taking());
        assertEquals(new Assignments.Result(1, 1, 0), assignments.assign(desk.order("maja", "ole")));

        assertEquals(List.of("maja WAITING", "maja WITHDRAWN", "ole IN_MOODLE"), desk.states());
    }

    @Test
    void a_need_of_another_centre_cannot_be_answered() {
        var elsewhere = new Order(new CentreCode("C2"), desk.need, 11, Desk.employments("maja"), Desk.DUE, true);

        assertThrows(RuntimeException.class, () -> assignments.assign(elsewhere));
        assertEquals(List.of(), desk.states());
    }

    @Test
    void a_course_that_is_hidden_or_on_another_theme_is_refused() {
        desk.town.course(12, "Sprog", 3, "KOM").course(13, "Former", 3, "MAT").hide(13);

        assertEquals("assignments.refused.course", refused(order(12, Desk.DUE, "E-maja")));
        assertEquals("assignments.refused.course", refused(order(13, Desk.DUE, "E-maja")));
    }

    @Test
    void today_is_a_possible_last_day_and_yesterday_is_not() {
        LocalDate today = LocalDate.now(desk.clock);

        assertEquals(new Assignments.Result(1, 0, 0), assignments.assign(order(11, today, "E-maja")));
        assertEquals("assignments.refused.due", refused(order(11, today.minusDays(1), "E-ole")));
    }

    @Test
    void people_who_do_not_work_at_the_centre_cannot_be_chosen() {
        desk.town.pedagogue("fremmed", "C2");

        assertEquals("assignments.refused.nobody", refused(order(11, Desk.DUE, "E-fremmed")));
    }

    @Test
    void offers_tell_how_many_of_the_staff_have_something_to_do_with_each_course() {
        assignments.assign(desk.order("maja", "ole", "ida"));
        assignments.complete(List.of(new Assignments.Done(SmallTown.key("ole"), 11)));
        desk.town.course(12, "Tal", 3, "MAT").course(13, "Former", 3, "MAT").hide(13);

        List<Offer> offers = assignments.offers(need());

        assertEquals(2, offers.size());
        assertEquals(
                List.of(1, 2), List.of(offers.get(0).completed(), offers.get(0).taking()));
        assertEquals(
                List.of(0, 0), List.of(offers.get(1).completed(), offers.get(1).taking()));
    }

    private Need need() {
        return assignments.need(Desk.HERE, desk.need);
    }

    private Order order(long course, LocalDate due, String employment) {
        return new Order(Desk.HERE, desk.need, course, Set.of(employment), due, true);
    }

    private String refused(Order order) {
        return assertThrows(Refusal.class, () -> assignments.assign(order)).key();
    }

    private static List<String> names(List<Plan.Candidate> people) {
        return people.stream().map(each -> each.who().name()).toList();
    }
}
