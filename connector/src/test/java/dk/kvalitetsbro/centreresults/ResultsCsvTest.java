package dk.kvalitetsbro.centreresults;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.LEADER;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.Municipality;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ResultsCsvTest {
    private static final String BEFORE = "2019;A;MAT;Matematisk opmærksomhed og problemløsning;";
    private static final String AFTER =
            ";3;Data og forskning kan ikke stå alene. Brug resultatet som afsæt for jeres faglige analyse.";

    private final Municipality municipality = new Municipality();
    private final Sheets sheets = new Sheets(municipality);

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void a_figure_stands_with_its_n_its_spread_and_its_interval() {
        municipality.answers("2019", "A", PARENT, MAT, each(20, 3, 4)).closeAndPublish("2019");

        assertEquals(
                List.of(BEFORE + "Forældre;20;3,50;12,8;62,5;56,5;68,5;500;Bør drøftes først;" + AFTER),
                sheets.of("A", "2019"));
    }

    @Test
    void what_is_withheld_is_empty_with_the_reason() {
        municipality
                .answers("2019", "A", CHILD, MAT, 1, 2, 3, 3)
                .answers("2019", "A", LEADER, MAT, each(6, 3, 4))
                .closeAndPublish("2019");

        assertEquals(
                List.of(
                        BEFORE
                                + "Børn;;;;;;;;;Vises ikke af hensyn til fortrolighed: der er for få svar, eller tallet kunne røbe et andet"
                                + AFTER,
                        BEFORE + "Ledelse;;;;;;;;;Vises aldrig for ét dagtilbud, fordi der kun er én ledelse" + AFTER),
                sheets.of("A", "2019"));
    }

    @Test
    void items_that_hang_too_little_together_have_an_n_and_no_index() {
        for (int i = 0; i < 12; i++) {
            municipality.response("2019", "A", CHILD, MAT, 1 + i % 3, 1 + i / 3 % 3, 1 + i / 2 % 3);
        }
        municipality.closeAndPublish("2019");

        assertEquals(
                List.of(BEFORE + "Børn;12;;;;;;;Kan ikke afgøres;Vises kun spørgsmål for spørgsmål" + AFTER),
                sheets.of("A", "2019"));
    }

    @Test
    void a_theme_tells_all_its_rounds_beside_the_whole_municipality() {
        municipality
                .answers("2017", "A", PARENT, MAT, each(20, 2, 3))
                .closeAndPublish("2017")
                .answers("2019", "A", PARENT, MAT, each(20, 3, 4))
                .answers("2019", "B", PARENT, MAT, each(20, 4, 4, 4, 3))
                .answers("2019", "A", CHILD, MAT, 1, 2, 3, 3)
                .closeAndPublish("2019");

        assertEquals(
                List.of(
                        "2017;A;MAT;Matematisk opmærksomhed og problemløsning;"
                                + "Forældre;20;2,50;12,8;37,5;31,5;43,5;500;Bør drøftes først;;47;37,5" + AFTER,
                        BEFORE
                                + "Børn;;;;;;;;;Vises ikke af hensyn til fortrolighed: der er for få svar, eller tallet kunne røbe et andet;;"
                                + AFTER,
                        BEFORE + "Forældre;20;3,50;12,8;62,5;56,5;68,5;695;Bør drøftes først;;47;65,6" + AFTER),
                sheets.of("A", MAT));
    }

    @Test
    void rounds_that_are_not_published_are_not_in_it() {
        municipality.answers("2019", "A", PARENT, MAT, each(20, 3, 4)).close("2019");

        assertEquals(List.of(), sheets.of("A", MAT));
    }
}
