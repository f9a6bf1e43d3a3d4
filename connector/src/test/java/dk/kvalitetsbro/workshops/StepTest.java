package dk.kvalitetsbro.workshops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class StepTest {
    @Test
    void a_group_begins_with_its_core_task() {
        assertEquals(Step.CORE_TASK, Step.next(tally(0, 0, 0, 0)));
    }

    @Test
    void the_first_step_with_nothing_in_it_comes_next_whatever_came_before() {
        assertEquals(Step.BUBBLES, Step.next(tally(1, 0, 0, 0)));
        assertEquals(Step.CORE_TASK, Step.next(tally(0, 3, 1, 0)));
    }

    @Test
    void nobody_is_sent_to_wonder_and_the_work_ends_with_priorities() {
        assertEquals(Step.PRIORITIES, Step.next(tally(1, 3, 1, 0)));
        assertEquals(Step.PRIORITIES, Step.next(tally(1, 3, 1, 2)));
    }

    @Test
    void a_step_is_known_by_its_name_in_addresses() {
        assertEquals(Optional.of(Step.LINKS), Step.named("sammenhaenge"));
        assertEquals(Optional.empty(), Step.named("pause"));
    }

    private static Workshop.Tally tally(int coreTasks, int bubbles, int links, int priorities) {
        return new Workshop.Tally(1, coreTasks, bubbles, 0, links, 0, 0, priorities);
    }
}
