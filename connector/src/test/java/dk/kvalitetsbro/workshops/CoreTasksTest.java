package dk.kvalitetsbro.workshops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.web.Refusal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CoreTasksTest {
    private final Group group = new Group();

    @AfterEach
    void end() {
        group.close();
    }

    @Test
    void the_newest_wording_counts_and_the_earlier_ones_stay() {
        group.coreTasks.write(group.workshop(), 0, "Hvert barn bliver set", "Begge handler om nærvær");
        group.coreTasks.write(group.workshop(), 1, "Hvert barn bliver set og hørt", "Begge handler om nærvær");

        assertEquals(
                List.of("Hvert barn bliver set og hørt", "Hvert barn bliver set"),
                group.coreTasks.of(group.workshop()).stream()
                        .map(CoreTask::text)
                        .toList());
    }

    @Test
    void words_that_build_on_an_outdated_wording_are_refused() {
        group.hasCoreTask();

        var refusal =
                assertThrows(Refusal.class, () -> group.coreTasks.write(group.workshop(), 0, "Noget andet", "Fordi"));

        assertEquals("workshops.changedMeanwhile", refusal.key());
        assertEquals(1, group.coreTasks.of(group.workshop()).size());
    }

    @Test
    void the_link_to_the_formal_core_task_is_required() {
        var refusal = assertThrows(
                Refusal.class, () -> group.coreTasks.write(group.workshop(), 0, "Hvert barn bliver set", " "));

        assertEquals("workshops.coreTask.alignmentMissing", refusal.key());
    }

    @Test
    void something_like_a_cpr_number_is_refused() {
        assertThrows(
                Refusal.class,
                () -> group.coreTasks.write(group.workshop(), 0, "Hvert barn bliver set", "Barnet 010203-4567"));
    }
}
