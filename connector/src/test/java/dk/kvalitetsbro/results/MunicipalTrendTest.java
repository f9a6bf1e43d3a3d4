package dk.kvalitetsbro.results;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.statistics.Direction;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the municipality moved from one round to the next. */
class MunicipalTrendTest {
    private final Municipality municipality = new Municipality().institution("C");

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void a_change_that_all_centres_share_is_told_with_its_direction() {
        threeCentres("2017", 2, 3).closeAndPublish("2017");
        threeCentres("2019", 3, 4).closeAndPublish("2019");

        MunicipalTrend trend = only();
        assertEquals(25, trend.change().value(), 1e-9);
        assertEquals(Direction.UP, trend.direction());
        assertEquals(List.of(3, 3), List.of(trend.centresThen(), trend.centresNow()));
        assertEquals(List.of(60L, 60L), List.of(trend.answersThen(), trend.answersNow()));
    }

    @Test
    void where_centres_differ_a_change_is_less_certain_than_its_answers_suggest() {
        municipality
                .answers("2017", "A", PEDAGOGUE, MAT, each(20, 1, 2))
                .answers("2017", "B", PEDAGOGUE, MAT, each(20, 3, 4))
                .answers("2017", "C", PEDAGOGUE, MAT, each(20, 4, 5))
                .closeAndPublish("2017");
        municipality
                .answers("2019", "A", PEDAGOGUE, MAT, each(20, 2, 3))
                .answers("2019", "B", PEDAGOGUE, MAT, each(20, 4, 5))
                .answers("2019", "C", PEDAGOGUE, MAT, each(20, 4, 5))
                .closeAndPublish("2019");

        assertEquals(Direction.UNCERTAIN, only().direction());
    }

    @Test
    void a_centre_that_is_withheld_is_not_counted_in() {
        threeCentres("2017", 2, 3).closeAndPublish("2017");
        municipality
                .institution("D")
                .answers("2019", "A", PEDAGOGUE, MAT, each(20, 3, 4))
                .answers("2019", "B", PEDAGOGUE, MAT, each(20, 3, 4))
                .answers("2019", "C", PEDAGOGUE, MAT, 2, 4, 3)
                .invite("2019", "C", PEDAGOGUE, 6)
                .answers("2019", "D", PEDAGOGUE, MAT, each(10, 1, 2, 5))
                .invite("2019", "D", PEDAGOGUE, 8)
                .closeAndPublish("2019");

        MunicipalTrend trend = only();
        assertEquals(List.of(3, 2), List.of(trend.centresThen(), trend.centresNow()));
        assertEquals(25, trend.change().value(), 1e-9);
    }

    @Test
    void rounds_that_share_some_items_are_compared_on_those() {
        for (int i = 0; i < 20; i++) {
            for (String centre : List.of("A", "B")) {
                municipality.response("2017", centre, PEDAGOGUE, MAT, 3 + i % 2, 3 + i % 2, 0, 0);
                municipality.response("2019", centre, PEDAGOGUE, MAT, 2 + i % 2, 2 + i % 2, 5, 5);
            }
        }
        municipality.closeAndPublish("2017").closeAndPublish("2019");

        MunicipalTrend trend = only();
        assertEquals(List.of(4, 2), List.of(trend.asked(), trend.shared()));
        assertEquals(-25, trend.change().value(), 1e-9);
        assertEquals(Direction.DOWN, trend.direction());
    }

    @Test
    void a_centre_where_the_shared_items_alone_would_tell_what_everybody_answered_is_not_counted_in() {
        for (int i = 0; i < 20; i++) {
            for (String centre : List.of("A", "B", "C")) {
                int alike = centre.equals("C") ? 0 : i % 2;
                municipality.response("2017", centre, PEDAGOGUE, MAT, 3 + i % 2, 3 + i % 2, 0, 0);
                municipality.response("2019", centre, PEDAGOGUE, MAT, 4 + alike, 4 + alike, 1 + i % 3, 1 + i % 4);
            }
        }
        municipality.closeAndPublish("2017").closeAndPublish("2019");

        MunicipalTrend trend = only();
        assertEquals(List.of(3, 2), List.of(trend.centresThen(), trend.centresNow()));
    }

    @Test
    void one_centre_or_the_first_round_has_no_trend() {
        municipality.answers("2017", "A", PEDAGOGUE, MAT, each(20, 2, 3)).closeAndPublish("2017");
        municipality.answers("2019", "A", PEDAGOGUE, MAT, each(20, 3, 4)).closeAndPublish("2019");

        assertTrue(municipality.results().municipalTrends("2017").isEmpty());
        assertTrue(municipality.results().municipalTrends("2019").isEmpty());
    }

    @Test
    void nothing_is_seen_of_a_round_that_is_not_published() {
        threeCentres("2017", 2, 3).closeAndPublish("2017");
        threeCentres("2019", 3, 4).close("2019");

        assertTrue(municipality.results().municipalTrends("2019").isEmpty());
        assertTrue(municipality.results().variation("2019").isEmpty());
        assertTrue(municipality.results().municipality("2019").isEmpty());
        assertTrue(municipality.results().municipalResponseRates("2019").isEmpty());
    }

    private Municipality threeCentres(String round, int... levels) {
        return municipality
                .answers(round, "A", PEDAGOGUE, MAT, each(20, levels))
                .answers(round, "B", PEDAGOGUE, MAT, each(20, levels))
                .answers(round, "C", PEDAGOGUE, MAT, each(20, levels));
    }

    private MunicipalTrend only() {
        List<MunicipalTrend> trends = municipality.results().municipalTrends("2019");
        assertEquals(1, trends.size());
        return trends.get(0);
    }
}
