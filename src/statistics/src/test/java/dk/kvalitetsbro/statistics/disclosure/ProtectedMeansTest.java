package dk.kvalitetsbro.statistics.disclosure;

import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.disclosure.Rows.MEAN;
import static dk.kvalitetsbro.statistics.disclosure.Rows.SD;
import static dk.kvalitetsbro.statistics.disclosure.Rows.THEME;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.statistics.Summary;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Which means are withheld so that none can be worked out. Centres are A, B, C; totals stand in brackets. */
class ProtectedMeansTest {

    @Test
    void an_area_that_is_withheld_for_one_theme_cannot_be_worked_out_for_another() {
        Rows rows = new Rows(LEADER);
        for (int i = 0; i < 15; i++) {
            String area = List.of("Nord", "Syd", "Vest").get(i / 5);
            double mean = i % 2 == 0 ? MEAN + 20 : MEAN - 20;
            rows.add(
                    area,
                    false,
                    1,
                    rows.counts(1, true),
                    rows.figure(THEME, 1, mean, 0),
                    rows.figure("SOC", area.equals("Nord") ? 0 : 1, mean, 0));
        }
        assertEquals("ABCDEFGHIJKLMNO(Nord)(Syd)", rows.withheldMeans());
    }

    @Test
    void a_mean_is_hidden_by_not_knowing_of_how_many_it_is() {
        Rows rows = new Rows(CHILD);
        rows.add("Nord", true, 16, rows.counts(9, false), rows.figure(THEME, 9, MEAN, 10));
        rows.centre("Nord", 11, 20, MEAN, 10).centre("Nord", 20, 30, MEAN, 10);
        assertEquals("AB", rows.withheldMeans());
    }

    @Test
    void the_mean_of_an_area_that_is_withheld_stays_uncertain_too() {
        assertEquals("(Nord)(Syd)", Rows.leadersOfThreeAreas(20).withheldMeans().replaceAll("^[A-N]*", ""));
        assertEquals(
                "(Nord)(Syd)(Vest)",
                Rows.leadersOfThreeAreas(15).withheldMeans().replaceAll("^[A-N]*", ""));
    }

    @Test
    void where_all_answered_alike_their_number_is_told_and_the_mean_is_hidden_among_others() {
        Rows rows = new Rows(CHILD)
                .centre("Nord", 8, 10, 50, 0)
                .centre("Nord", 12, 16)
                .centre("Nord", 20, 26)
                .centre("Nord", 25, 32);
        assertEquals("", rows.withheldTurnout());
        assertEquals("AB", rows.withheldMeans());
        assertEquals(
                Optional.of(WithheldReason.ALL_ANSWERED_ALIKE),
                rows.protection().figure(Place.centre("A"), THEME));
    }

    @Test
    void a_mean_at_the_end_of_the_scale_takes_more_centres_to_hide_in() {
        Rows rows = new Rows(CHILD)
                .centre("Nord", 8, 10, 100, 0)
                .centre("Nord", 9, 16, 97, 8)
                .centre("Nord", 20, 26, 70, 20)
                .centre("Nord", 25, 32, 70, 20);
        assertEquals("ABC", rows.withheldMeans());
    }

    @Test
    void where_nothing_hides_it_the_totals_go_too() {
        Rows rows = new Rows(CHILD)
                .centre("Nord", 8, 10, 100, 0)
                .centre("Nord", 9, 16, 99, 2)
                .centre("Nord", 20, 26, 99, 2);
        assertEquals("A(Nord)(all)", rows.withheldMeans());
    }

    @Test
    void figures_that_share_items_are_shown_together_or_not_at_all() {
        Rows rows = new Rows(CHILD);
        for (double sd : new double[] {0, SD, SD, SD}) {
            Counts counts = rows.counts(15, false);
            Summary part = Summary.ofSd(15, MEAN, sd);
            rows.add(
                    "Nord",
                    false,
                    20,
                    counts,
                    new PublishedFigure(THEME, "MAT", 1, counts, Summary.ofSd(15, MEAN, SD)),
                    new PublishedFigure("MAT 2 of 3", "MAT", 0.67, rows.counts(15, sd == 0), part));
        }
        assertEquals("AB", rows.withheldMeans());
    }

    @Test
    void a_theme_takes_more_centres_to_hide_in_where_some_of_its_items_nearly_tell_it() {
        assertEquals("AB", withItems(MEAN, 12).withheldMeans());
        // Then everybody gave the other item the most it can have, so it leaves nothing open.
        assertEquals("ABC", withItems((MEAN - 25) / 0.75, 12).withheldMeans());
    }

    @Test
    void some_items_that_are_told_of_by_themselves_stay_uncertain_too() {
        assertEquals("ABC", withItems(MEAN, 9).withheldMeans());
    }

    private static Rows withItems(double mean, double sd) {
        Rows rows = new Rows(CHILD);
        double[] sds = {0, SD, SD, SD};
        for (int i = 0; i < sds.length; i++) {
            Counts counts = rows.counts(15, sds[i] == 0);
            rows.add(
                    "Nord",
                    false,
                    20,
                    rows.counts(15, false),
                    new PublishedFigure(THEME, "MAT", 1, counts, Summary.ofSd(15, MEAN, sds[i])),
                    new PublishedFigure("part", "MAT", 0.75, rows.counts(15, false), Summary.ofSd(15, mean, sd)));
        }
        return rows;
    }
}
