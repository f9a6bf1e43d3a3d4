package dk.kvalitetsbro.municipalresults;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.explanations.Drawn;
import dk.kvalitetsbro.explanations.Reasons;
import dk.kvalitetsbro.explanations.ResultCells;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.web.Language;
import dk.kvalitetsbro.web.Texts;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HeatMapTest {
    private final Municipality municipality = new Municipality();
    private final Texts texts = new Texts(new Language());
    private final Reasons reasons = new Reasons(texts);

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void centres_stand_in_alphabetical_order_whatever_their_results() {
        municipality
                .answers("2019", "A", PARENT, MAT, each(20, 1, 2))
                .answers("2019", "B", PARENT, MAT, each(20, 4, 4, 3))
                .closeAndPublish("2019");
        assertEquals(List.of("A", "B"), names(PARENT));

        municipality
                .answers("2017", "A", PARENT, MAT, each(20, 4, 4, 3))
                .answers("2017", "B", PARENT, MAT, each(20, 1, 2))
                .closeAndPublish("2017");
        assertEquals(
                List.of("A", "B"),
                map("2017", PARENT).stream().map(row -> row.centre().name()).toList());
    }

    @Test
    void a_figure_stands_with_its_interval_and_its_n() {
        municipality.answers("2019", "A", PARENT, MAT, each(20, 3, 4)).closeAndPublish("2019");
        assertEquals(
                new HeatMapRows.Cell("62", "56–69", "20", "", false, false, new Drawn("62.5", "56.5", "68.5")),
                cell(PARENT));
    }

    @Test
    void what_is_withheld_has_a_lock_and_a_reason_and_nothing_to_draw() {
        municipality.answers("2019", "A", CHILD, MAT, 1, 2, 3, 3).closeAndPublish("2019");
        assertEquals(new HeatMapRows.Cell("", "", "", "Fortroligt", true, false, new Drawn("", "", "")), cell(CHILD));
    }

    @Test
    void too_little_for_a_conclusion_is_told() {
        municipality
                .answers("2019", "A", PARENT, MAT, each(8, 3, 4))
                .answers("2019", "B", PARENT, MAT, each(20, 3, 4))
                .closeAndPublish("2019");
        assertTrue(cell(PARENT).undecided());
        assertFalse(map("2019", PARENT).get(1).cells().get(0).undecided());
    }

    @Test
    void a_centre_where_nobody_of_the_group_answered_is_not_there() {
        municipality.answers("2019", "B", PARENT, MAT, each(20, 3, 4)).closeAndPublish("2019");
        assertEquals(List.of("B"), names(PARENT));
    }

    @Test
    void the_spreadsheet_has_every_centre_beside_the_whole_municipality() {
        municipality
                .answers("2019", "B", PARENT, MAT, each(20, 3, 4))
                .answers("2019", "A", PARENT, MAT, each(20, 3, 4))
                .closeAndPublish("2019");
        List<String> lines = new HeatMapCsv(
                        municipality.results(),
                        municipality.themes(),
                        new Organisation(municipality.jdbi()),
                        new ResultCells(texts, reasons),
                        texts)
                .of(municipality.round("2019"), PARENT)
                .lines()
                .skip(1)
                .toList();
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(0)
                        .startsWith("2019;A;A;N;MAT;Matematisk opmærksomhed og problemløsning;Forældre;"
                                + "20;3,50;12,8;62,5;56,5;68,5;500;"),
                lines.get(0));
        assertTrue(lines.get(1).contains(";62,5;"), lines.get(1));
    }

    private HeatMapRows.Cell cell(RespondentGroup group) {
        return map("2019", group).get(0).cells().get(0);
    }

    private List<String> names(RespondentGroup group) {
        return map("2019", group).stream().map(row -> row.centre().name()).toList();
    }

    private List<HeatMapRows.Row> map(String round, RespondentGroup group) {
        return new HeatMapRows(texts, reasons)
                .rows(
                        new Organisation(municipality.jdbi())
                                .centres(municipality.round(round).closes()),
                        List.of(requireNonNull(municipality.themes().byCode().get(MAT))),
                        municipality.results().ofAllCentres(round, group));
    }
}
