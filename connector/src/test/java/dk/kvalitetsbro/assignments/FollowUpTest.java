package dk.kvalitetsbro.assignments;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.SmallTown;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.assignments.LearningPlatform.Result;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FollowUpTest {
    private final Desk desk = new Desk();

    @Test
    void each_confirmation_is_a_row_of_its_own_the_newest_first() {
        desk.assignments.assign(desk.order("maja", "ole"));
        desk.clock.move(Duration.ofDays(1));
        desk.assignments.assign(desk.order("ida"));

        assertEquals(List.of(List.of("ida"), List.of("maja", "ole")), names());
        assertEquals(List.of(), desk.followUp.of(new CentreCode("C2")));
    }

    @Test
    void the_parts_of_a_row_add_up_to_its_people() {
        desk.assignments.assign(desk.order("maja", "ole", "ida", "karen"));
        desk.platform.answering("ida", Result.REFUSED).answering("karen", Result.UNKNOWN);
        desk.delivery.deliver(desk.entries());
        desk.assignments.complete(List.of(new Assignments.Done(SmallTown.key("ole"), 11)));

        Given row = row();

        assertEquals(List.of(1, 1, 2, 1), List.of(row.completed(), row.ongoing(), row.notStarted(), row.parked()));
        assertEquals(Optional.of("REFUSED"), person("ida").obstacle());
    }

    @Test
    void whose_enrolment_was_given_up_is_told_apart_and_counts_in_no_other_part() {
        desk.assignments.assign(desk.order("maja", "ole"));
        desk.dropEnrolmentOf("maja");
        desk.clock.move(Duration.ofDays(93));

        Given row = row();

        assertEquals(
                List.of(1, 1, 0, 0, 1),
                List.of(row.withdrawn(), row.takers(), row.notStarted(), row.parked(), row.overdue()));
        assertEquals(State.WITHDRAWN, person("maja").state());
        assertEquals(false, person("maja").overdue());
    }

    @Test
    void overdue_are_those_who_are_here_and_not_done_when_the_last_day_has_passed() {
        desk.assignments.assign(desk.order("maja", "ole", "ida", "karen"));
        desk.assignments.complete(List.of(new Assignments.Done(SmallTown.key("ole"), 11)));
        desk.town.onLeaveFrom("E-ida", LocalDate.of(2026, 7, 1)).leaves("E-karen", LocalDate.of(2026, 7, 1));

        desk.clock.move(Duration.ofDays(92));
        assertEquals(Desk.DUE, LocalDate.now(desk.clock));
        assertEquals(0, row().overdue());

        desk.clock.move(Duration.ofDays(1));
        assertEquals(1, row().overdue());
        assertEquals(true, person("maja").overdue());
        assertEquals(true, person("ida").onLeave());
        assertEquals(true, person("karen").left());
    }

    @Test
    void a_course_that_is_gone_leaves_its_row() {
        desk.assignments.assign(desk.order("maja"));
        desk.jdbi.useHandle(handle -> {
            handle.execute("delete from catalogue.attachment");
            handle.execute("delete from catalogue.offered");
        });

        assertEquals(Optional.empty(), row().course());
    }

    private Given row() {
        return desk.followUp.of(Desk.HERE).get(0);
    }

    private Given.Participant person(String name) {
        return row().people().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<List<String>> names() {
        return desk.followUp.of(Desk.HERE).stream()
                .map(row -> row.people().stream()
                        .map(Given.Participant::name)
                        .sorted()
                        .toList())
                .toList();
    }
}
