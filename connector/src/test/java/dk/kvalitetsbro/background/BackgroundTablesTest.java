package dk.kvalitetsbro.background;

import static dk.kvalitetsbro.background.CountedTown.MAT;
import static dk.kvalitetsbro.background.CountedTown.children;
import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.background.BackgroundTables.Cell;
import dk.kvalitetsbro.background.BackgroundTables.Row;
import dk.kvalitetsbro.background.BackgroundTables.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackgroundTablesTest {
    private static final Cell NOTHING = new Cell("", "–", false);
    private static final Cell WITHHELD = new Cell("", "Vises ikke af hensyn til fortrolighed", true);

    @Test
    void rounds_stand_side_by_side_each_figure_with_its_interval_and_n_and_each_gap_with_a_verdict() {
        Table table = table(
                children("uddannelse", "kort,150,70,400", "lang,250,78,380").replace("2019", "2017")
                        + children("uddannelse", "kort,150,74,400", "langt,250,75.6,380"));
        assertEquals("Børn", table.name());
        assertEquals(
                List.of(
                        new Row(
                                "kort",
                                List.of(
                                        new Cell("70,0 (66,8 til 73,2)", "150 svar", false),
                                        new Cell("74,0 (70,8 til 77,2)", "150 svar", false))),
                        new Row("langt", List.of(NOTHING, new Cell("75,6 (73,2 til 78,0)", "250 svar", false))),
                        new Row("lang", List.of(new Cell("78,0 (75,6 til 80,4)", "250 svar", false), NOTHING))),
                table.means());
        assertEquals(
                List.of(
                        new Row(
                                "kort sammenlignet med langt",
                                List.of(NOTHING, new Cell("-1,6 (-5,6 til 2,4)", "Kan ikke afgøres", false))),
                        new Row(
                                "kort sammenlignet med lang",
                                List.of(new Cell("-8,0 (-12,0 til -4,0)", "Tydelig forskel", false), NOTHING))),
                table.gaps());
    }

    @Test
    void what_is_withheld_has_a_lock_and_the_reason_for_a_figure() {
        Table table =
                table(children("uddannelse", "kort,4,70,400", "lang,396,75,380").replace("2019", "2017")
                        + children("uddannelse", "kort,50,100,0", "lang,350,71.4,330"));
        assertEquals(
                List.of(WITHHELD, new Cell("50 svar", "Vises ikke af hensyn til fortrolighed", true)),
                table.means().get(0).cells());
        assertEquals(List.of(WITHHELD, WITHHELD), table.gaps().get(0).cells());
    }

    private static Table table(String rows) {
        try (CountedTown town = new CountedTown()) {
            town.round("2017");
            town.took("2017", CHILD, 400, 0, 0, 480);
            town.whole("2017", MAT, CHILD, 400, 75, 400, false);
            town.importRows(rows);
            town.publish("2017");
            town.publish("2019");
            return new BackgroundTables(town.rounds, CountedTown.DANISH)
                    .of(town.backgrounds.of("uddannelse"))
                    .get(0);
        }
    }
}
