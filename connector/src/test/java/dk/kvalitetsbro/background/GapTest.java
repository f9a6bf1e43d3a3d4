package dk.kvalitetsbro.background;

import static dk.kvalitetsbro.background.Gap.Verdict.CANNOT_TELL;
import static dk.kvalitetsbro.background.Gap.Verdict.CLEAR;
import static dk.kvalitetsbro.background.Gap.Verdict.NOT_CLEAR;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.statistics.Estimate;
import dk.kvalitetsbro.statistics.Summary;
import org.junit.jupiter.api.Test;

class GapTest {
    @Test
    void the_worked_example_has_a_gap_of_14_from_4_8_to_23_2() {
        Gap gap = new Gap(
                Estimate.ofDifference(Summary.ofSd(12, 82, 12), Summary.ofSd(40, 68, 18))
                        .orElseThrow(),
                0.95);
        assertEquals(14, gap.difference().value(), 1e-9);
        assertEquals(4.8, gap.interval().low(), 0.05);
        assertEquals(23.2, gap.interval().high(), 0.05);
        assertEquals(CLEAR, gap.verdict());
    }

    @Test
    void a_gap_is_clear_on_either_side_when_its_interval_leaves_out_0_and_it_is_5_points() {
        assertEquals(CLEAR, verdict(5, 2));
        assertEquals(CLEAR, verdict(-5, 2));
    }

    @Test
    void a_gap_is_not_clear_when_its_whole_interval_lies_within_5_points() {
        assertEquals(NOT_CLEAR, verdict(0, 2));
        assertEquals(NOT_CLEAR, verdict(-2.5, 1), "small for sure, though not 0");
    }

    @Test
    void of_anything_else_it_cannot_be_told() {
        assertEquals(CANNOT_TELL, verdict(7, 4), "large, but perhaps 0");
        assertEquals(CANNOT_TELL, verdict(1, 2.5), "small, but perhaps large upwards");
        assertEquals(CANNOT_TELL, verdict(-1, 2.5), "or downwards");
        assertEquals(CANNOT_TELL, verdict(4, 1.5), "not 0, but perhaps too small to call clear");
    }

    private static Gap.Verdict verdict(double difference, double standardError) {
        return new Gap(new Estimate(difference, standardError, 1000), 0.95).verdict();
    }
}
