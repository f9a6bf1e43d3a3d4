package dk.kvalitetsbro.benchmarks.moodle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Every outcome is true, whatever goes wrong. */
class FaultCampaignTest {
    @Test
    void after_any_trouble_the_site_holds_the_wanted_rows_and_every_outcome_told_is_true() throws Exception {
        var result = FaultCampaign.run(40, 1);

        assertEquals(List.of(), result.wrong());
        assertTrue(result.faults() > 100, "there was trouble: " + result.faults());
    }
}
