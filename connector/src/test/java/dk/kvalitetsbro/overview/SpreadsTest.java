package dk.kvalitetsbro.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.results.Variation;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How far centres lie apart, drawn and in figures. */
class SpreadsTest {
    private static final ThemeCode MAT = new ThemeCode("MAT");
    private static final List<String> ROUNDS = List.of("2015", "2017");

    @Test
    void all_rows_share_a_scale_that_ends_at_the_next_five() {
        Spreads spreads = spreads(child("2015", 4, 2, 10, 0.1), child("2017", 8, 4, 16, 0.1));

        assertEquals("20", spreads.most());
        assertEquals(
                List.of(new Spreads.Mark("20.0", "10.0", "50.0", "0"), new Spreads.Mark("40.0", "20.0", "80.0", "1")),
                spreads.rows().get(0).marks());
    }

    @Test
    void a_round_in_which_nothing_is_told_has_an_empty_cell_and_no_mark() {
        Spreads spreads = spreads(child("2017", 4, 2, 10, 0.1));

        assertEquals(
                List.of(new Spreads.Cell("2015", "", "", ""), new Spreads.Cell("2017", "4,0", "(2,0–10,0)", "")),
                spreads.rows().get(0).cells());
        assertEquals(1, spreads.rows().get(0).marks().size());
    }

    @Test
    void where_centres_differ_less_than_by_chance_there_are_words_and_no_interval() {
        Spreads spreads = spreads(child("2015", 0, 0, 0, -0.2));

        assertEquals(
                new Spreads.Cell("2015", "0,0", "", "Ikke flere forskelle, end tilfældigheder giver"),
                spreads.rows().get(0).cells().get(0));
        assertEquals(List.of(), spreads.rows().get(0).marks());
    }

    @Test
    void other_groups_are_not_mixed_in() {
        Variation parents = new Variation(
                "2015", MAT, RespondentGroup.PARENT, 9, 90, 4, new Interval(2, 10), 20, 0.2, new Interval(0.1, 0.3));

        assertEquals(List.of(), spreads(parents).rows());
    }

    private static Spreads spreads(Variation... told) {
        Theme maths = new Theme(MAT, new Bilingual("Matematik", "Mathematics"), false, "");
        return Spreads.of(RespondentGroup.CHILD, ROUNDS, List.of(told), List.of(maths), new Texts(new Language()));
    }

    /** @param high of the correlation's interval; below 0 where chance makes more of a difference than there is */
    private static Variation child(String round, double between, double low, double high, double correlation) {
        return new Variation(
                round,
                MAT,
                RespondentGroup.CHILD,
                9,
                90,
                between,
                new Interval(low, high),
                20,
                correlation,
                new Interval(correlation - 0.05, correlation + 0.05));
    }
}
