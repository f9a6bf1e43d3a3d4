package dk.kvalitetsbro.resultsapi;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.CHILD;
import static dk.kvalitetsbro.statistics.RespondentGroup.PARENT;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.results.ItemSets;
import dk.kvalitetsbro.results.Variation;
import dk.kvalitetsbro.resultsapi.ResultList.ItemAnswers;
import dk.kvalitetsbro.resultsapi.ResultList.ThemeFigure;
import dk.kvalitetsbro.resultsapi.ResultList.ThemeIndex;
import dk.kvalitetsbro.resultsapi.VariationList.ThemeVariation;
import dk.kvalitetsbro.statistics.BetweenCentreVariation.Floor;
import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.web.Bilingual;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What programs are told where a figure is not the usual one. */
class ResultListTest {
    private final Municipality municipality = new Municipality();

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void items_that_hang_too_little_together_are_told_one_by_one_and_have_no_index() {
        for (int i = 0; i < 12; i++) {
            municipality.response("2019", "A", CHILD, MAT, 1 + i % 3, 1 + i / 3 % 3, 1 + i / 2 % 3);
        }
        municipality.closeAndPublish("2019");

        ThemeFigure figure = figure("2019");

        assertEquals(Optional.empty(), figure.index());
        assertEquals(
                List.of("MAT-B1", "MAT-B2", "MAT-B3"),
                figure.items().stream().map(ItemAnswers::code).toList());
    }

    @Test
    void points_name_the_round_that_500_is_of() {
        municipality
                .answers("2017", "A", PARENT, MAT, each(20, 2, 3))
                .closeAndPublish("2017")
                .answers("2019", "A", PARENT, MAT, each(20, 3, 4))
                .closeAndPublish("2019");

        assertEquals(Optional.of("2017"), figure("2019").index().flatMap(ThemeIndex::baseline));
    }

    @Test
    void a_correlation_is_told_from_0() {
        ThemeVariation told = told(-0.05, new Interval(-0.1, 0.2));

        assertEquals("0.00", told.correlation().orElseThrow().value().toString());
        assertEquals(
                "0.00", told.correlation().orElseThrow().low().orElseThrow().toString());
        assertEquals(Floor.LOW_END, told.floor());
    }

    @Test
    void an_interval_that_lies_below_0_is_not_told_at_all() {
        ThemeVariation told = told(-0.1, new Interval(-0.2, -0.05));

        assertEquals(Optional.empty(), told.correlation());
        assertEquals(Optional.empty(), told.between().low());
        assertEquals(Floor.WHOLE_INTERVAL, told.floor());
    }

    private ThemeFigure figure(String round) {
        ResultsJson json = new ResultsJson(
                municipality.results(),
                municipality.findings(),
                new ItemSets(municipality.jdbi()),
                municipality.rounds(),
                municipality.themes());
        Centre centre = new Centre(new CentreCode("A"), "A", "N", Centre.Kind.INSTITUTION);
        return json.results(centre, municipality.round(round))
                .results()
                .get(0)
                .figure()
                .orElseThrow();
    }

    private static ThemeVariation told(double correlation, Interval interval) {
        return ThemeVariation.of(
                new Variation("2019", MAT, CHILD, 9, 180, 0, new Interval(0, 4), 20, correlation, interval),
                new ThemeName("MAT", new Bilingual("Matematik", "Mathematics")),
                List.of("MAT-B1", "MAT-B2"),
                0.95);
    }
}
