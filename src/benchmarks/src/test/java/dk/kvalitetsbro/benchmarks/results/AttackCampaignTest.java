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
        var result = new AttackCampaign(Publishing.PROTECTED, Knowledge.READER, Skipping.SELDOM).run(1, 25);

        assertEquals(List.of(), result.leaks());
        assertTrue(result.targets() > 25 * 1_000, "there was something to find: " + result.targets());
    }

    @Test
    void nor_does_an_insider_who_knows_why_each_centre_is_withheld_and_every_digit() {
        var result = new AttackCampaign(Publishing.PROTECTED, Knowledge.INSIDER, Skipping.SELDOM).run(1, 2);

        assertEquals(List.of(), result.leaks());
    }

    @Test
    void nor_do_they_where_many_leave_themes_out() {
        for (Knowledge attackers : Knowledge.values()) {
            var result = new AttackCampaign(Publishing.PROTECTED, attackers, Skipping.OFTEN).run(1, 2);

            assertEquals(List.of(), result.leaks(), attackers::name);
            assertTrue(result.targets() > 2 * 1_000, "there was something to find: " + result.targets());
        }
    }

    @Test
    void items_that_are_told_of_a_round_later_give_nothing_away_if_it_is_asked_again_what_may_be_shown() {
        for (Knowledge attackers : Knowledge.values()) {
            var result = new AttackCampaign(Publishing.ITEMS_LATER, attackers, Skipping.SELDOM).run(1, 2);

            assertEquals(List.of(), result.leaks(), attackers::name);
        }
    }

    @Test
    void without_asking_again_they_do() {
        var result =
                new AttackCampaign(Publishing.ITEMS_LATER_WITHOUT_ASKING, Knowledge.INSIDER, Skipping.SELDOM).run(5, 1);

        assertEquals(1, result.leaks().size(), () -> result.leaks().toString());
        assertTrue(result.leaks().get(0).contains(InventedMunicipality.PART));
    }

    @Test
    void without_protection_every_municipality_leaks() {
        var result = new AttackCampaign(Publishing.WITHOUT_PROTECTION, Knowledge.READER, Skipping.SELDOM).run(1, 3);

        assertEquals(3, result.leaking());
        assertTrue(
                result.leaks().size() > 3 * 100,
                "many figures: " + result.leaks().size());
    }
}
