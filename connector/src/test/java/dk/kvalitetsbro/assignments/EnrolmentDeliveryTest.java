package dk.kvalitetsbro.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import dk.kvalitetsbro.outbox.About;
import dk.kvalitetsbro.outbox.Outcome;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EnrolmentDeliveryTest {
    private final Desk desk = new Desk();

    @Test
    void enrolled_now_or_before_is_delivered_and_in_moodle() {
        desk.assignments.assign(desk.order("maja", "ole"));
        desk.platform.answering("ole", Result.ALREADY_ENROLLED);

        assertEquals(List.of(new Outcome.Delivered(), new Outcome.Delivered()), deliver());
        assertEquals(List.of("maja IN_MOODLE", "ole IN_MOODLE"), desk.states());
        assertEquals(Optional.of(Desk.DUE), desk.platform.asked().get(0).due());
    }

    @Test
    void an_obstacle_parks_the_one_it_is_about_and_no_other() {
        desk.assignments.assign(desk.order("maja", "ole"));
        desk.platform.answering("maja", Result.NO_ACCOUNT);

        assertEquals(
                List.of(new Outcome.Delivered(), new Outcome.Parked("assignments.obstacle.NO_ACCOUNT", "maja")),
                deliver().stream()
                        .sorted(Comparator.comparing(Object::toString))
                        .toList());
        assertEquals(List.of("maja PARKED", "ole IN_MOODLE"), desk.states());
    }

    @Test
    void what_was_parked_is_in_moodle_once_the_obstacle_is_gone() {
        desk.assignments.assign(desk.order("maja"));
        desk.platform.answering("maja", Result.ACCOUNT_SUSPENDED);
        deliver();

        desk.platform.answering("maja", Result.ENROLLED);
        deliver();

        assertEquals(List.of("maja IN_MOODLE"), desk.states());
    }

    @Test
    void a_platform_that_is_down_or_does_not_tell_is_asked_again_later() {
        desk.assignments.assign(desk.order("maja"));
        desk.platform.answering("maja", Result.UNKNOWN);

        assertInstanceOf(Outcome.TryLater.class, deliver().get(0));
        desk.platform.down();
        assertEquals(List.of(new Outcome.TryLater("down")), deliver());
        assertEquals(List.of("maja WAITING"), desk.states());
    }

    @Test
    void what_has_been_completed_in_the_meantime_is_not_enrolled_again() {
        desk.assignments.assign(desk.order("maja"));
        desk.assignments.complete(List.of(new Assignments.Done(SmallTown.key("maja"), 11)));

        assertEquals(List.of(new Outcome.Delivered()), deliver());
        assertEquals(List.of(), desk.platform.asked());
        assertEquals(List.of("maja COMPLETED"), desk.states());
    }

    @Test
    void what_was_given_up_is_closed_and_a_late_answer_does_not_open_it_again() {
        desk.assignments.assign(desk.order("maja"));
        desk.dropEnrolmentOf("maja");
        long dropped = Long.parseLong(desk.entries().get(0).key());

        desk.store.keep(Map.of(dropped, Result.ENROLLED));

        assertEquals(List.of("maja WITHDRAWN"), desk.states());
        assertEquals(List.of(new Outcome.Delivered()), deliver());
    }

    @Test
    void who_is_enrolled_stays_enrolled_whatever_becomes_of_the_entry() {
        desk.assignments.assign(desk.order("maja"));
        deliver();

        desk.delivery.dropped(desk.entries().get(0));

        assertEquals(List.of("maja IN_MOODLE"), desk.states());
    }

    @Test
    void every_obstacle_is_explained_to_those_who_can_act_and_to_the_leader() {
        var texts = new Texts(new Language());
        for (Result obstacle : Result.values()) {
            if (obstacle.isObstacle()) {
                for (String key : List.of(
                        "assignments.obstacle." + obstacle,
                        "assignments.obstacle." + obstacle + ".title",
                        "assignments.followUp.obstacle." + obstacle)) {
                    assertFalse(texts.get(key).contains("??"), key);
                }
            }
        }
    }

    @Test
    void an_entry_is_described_by_person_and_course() {
        desk.assignments.assign(desk.order("maja"));

        assertEquals(
                Map.of(
                        desk.entries().get(0).id(),
                        new About(
                                new Bilingual("maja: Matematik i hverdagen", "maja: Matematik i hverdagen"),
                                new Bilingual("Matematik i hverdagen", "Matematik i hverdagen"))),
                desk.delivery.describe(desk.entries()));
    }

    private List<Outcome> deliver() {
        return List.copyOf(desk.delivery.deliver(desk.entries()).values());
    }
}
