package dk.kvalitetsbro.municipalresults;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class PageOfTest {
    private static final List<String> ALL = List.of("a", "b", "c", "d", "e");

    @Test
    void pages_follow_each_other_and_the_last_takes_the_rest() {
        assertEquals(new PageOf<>(List.of("a", "b"), 1, 3, 5), PageOf.of(ALL, 2, 1));
        assertEquals(new PageOf<>(List.of("c", "d"), 2, 3, 5), PageOf.of(ALL, 2, 2));
        assertEquals(new PageOf<>(List.of("e"), 3, 3, 5), PageOf.of(ALL, 2, 3));
    }

    @Test
    void a_page_that_is_not_there_is_the_nearest_that_is() {
        assertEquals(PageOf.of(ALL, 2, 1), PageOf.of(ALL, 2, -7));
        assertEquals(PageOf.of(ALL, 2, 3), PageOf.of(ALL, 2, 99));
    }

    @Test
    void nothing_is_one_empty_page() {
        assertEquals(new PageOf<>(List.of(), 1, 1, 0), PageOf.of(List.of(), 2, 1));
    }

    @Test
    void what_is_told_of_the_rows_stays_on_their_page() {
        assertEquals(new PageOf<>(List.of(3, 4), 2, 3, 5), PageOf.of(ALL, 2, 2).with(List.of(3, 4)));
    }
}
