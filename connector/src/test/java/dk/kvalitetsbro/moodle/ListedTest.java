package dk.kvalitetsbro.moodle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ListedTest {
    private static final List<Integer> FIVE = List.of(1, 2, 3, 4, 5);

    @Test
    void every_row_is_on_one_page() {
        assertEquals(new Listed<>(List.of(1, 2), 5, 1, 3), Listed.page(FIVE, 1, 2));
        assertEquals(new Listed<>(List.of(3, 4), 5, 2, 3), Listed.page(FIVE, 2, 2));
        assertEquals(new Listed<>(List.of(5), 5, 3, 3), Listed.page(FIVE, 3, 2));
        assertEquals(new Listed<>(FIVE, 5, 1, 1), Listed.page(FIVE, 1, 5));
    }

    @Test
    void a_page_that_is_not_there_is_the_nearest_one() {
        assertEquals(new Listed<>(List.of(1, 2), 5, 1, 3), Listed.page(FIVE, -7, 2));
        assertEquals(new Listed<>(List.of(5), 5, 3, 3), Listed.page(FIVE, 99, 2));
        assertEquals(new Listed<>(List.of(), 0, 1, 1), Listed.page(List.of(), 1, 2));
    }
}
