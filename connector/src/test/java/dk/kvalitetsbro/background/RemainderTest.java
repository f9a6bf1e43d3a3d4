package dk.kvalitetsbro.background;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.statistics.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemainderTest {
    private static final Summary LEFT = Summary.of(20, 30, 70);
    private static final Summary FIRST = Summary.of(50, 60, 70, 70);
    private static final Summary SECOND = Summary.of(80, 90, 100);

    @Test
    void what_the_categories_leave_is_what_was_left_out() {
        Summary left = Remainder.of(LEFT.plus(FIRST).plus(SECOND), List.of(FIRST, SECOND));
        assertEquals(3, left.n());
        assertEquals(40, left.mean(), 1e-9);
        assertEquals(LEFT.variance(), left.variance(), 1e-9);
    }

    @Test
    void nothing_is_left_of_everybody() {
        assertEquals(Summary.NONE, Remainder.of(FIRST.plus(SECOND), List.of(FIRST, SECOND)));
    }

    @Test
    void what_rounding_puts_off_the_scale_is_brought_back() {
        Summary rounded = new Summary(4, 60, FIRST.variance());
        Summary left = Remainder.of(new Summary(5, 90, 10), List.of(rounded));
        assertEquals(new Summary(1, 100, 0), left);
        Summary spread = Remainder.of(new Summary(6, 63, 2600), List.of(rounded));
        assertEquals(Remainder.mostVariance(2, spread.mean()), spread.variance(), 1e-9);
        Summary tight = Remainder.of(new Summary(6, 63, 1), List.of(rounded));
        assertEquals(0, tight.variance());
    }
}
