package dk.kvalitetsbro.statistics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.statistics.Summary;
import org.junit.jupiter.api.Test;

class MeanSafetyTest {

    @Test
    void half_of_some_people_lie_one_standard_deviation_to_either_side() {
        assertEquals(20, range(Summary.of(40, 60), 1), 1e-9);
        assertEquals(20, range(Summary.of(40, 60, 40, 60), 2), 1e-9);
    }

    @Test
    void the_fewer_they_are_the_farther_away_they_can_lie() {
        assertEquals(2 * 10 * Math.sqrt(3), range(Summary.of(40, 60, 40, 60), 1), 1e-9);
    }

    @Test
    void nobody_lies_outside_the_scale() {
        assertEquals(10 + 10, range(Summary.of(80, 100, 80, 100), 2), 1e-9);
        assertEquals(100 - (90 - 10 * Math.sqrt(3)), range(Summary.of(80, 100, 80, 100), 1), 1e-9);
        assertEquals(0, range(Summary.of(100, 100), 1), 1e-9);
    }

    @Test
    void neither_do_the_others() {
        assertEquals(100 - (320 - 100) / 3.0, range(Summary.of(100, 100, 100, 20), 3), 1e-9);
        assertEquals(80 / 3.0, range(Summary.of(0, 0, 0, 80), 3), 1e-9);
    }

    @Test
    void all_of_them_have_the_mean_of_all() {
        assertEquals(0, range(Summary.of(40, 60), 2), 1e-9);
    }

    private static double range(Summary all, long n) {
        return 2 * MeanSafety.limits(all, n).halfWidth();
    }
}
