package dk.kvalitetsbro.benchmarks.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.benchmarks.results.AttackCampaign.Knowledge;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nothing withheld can be worked out; and it could, if nothing were done about it. */
class AttackCampaignTest {

    @Test
    void no_reader_works_out_what_is_withheld() {
        var result = new AttackCampaign(true, Knowledge.READER).run(1, 25);

        assertEquals(List.of(), result.leaks());
        assertTrue(result.targets() > 25 * 1_000, "there was something to find: " + result.targets());
    }

    @Test
    void nor_does_an_insider_who_knows_why_each_centre_is_withheld_and_every_digit() {
        var result = new AttackCampaign(true, Knowledge.INSIDER).run(1, 2);

        assertEquals(List.of(), result.leaks());
    }

    @Test
    void without_protection_every_municipality_leaks() {
        var result = new AttackCampaign(false, Knowledge.READER).run(1, 3);

        assertEquals(3, result.leaking());
        assertTrue(
                result.leaks().size() > 3 * 100,
                "many figures: " + result.leaks().size());
    }
}
