package dk.kvalitetsbro.results;

import static dk.kvalitetsbro.Municipality.MAT;
import static dk.kvalitetsbro.Municipality.each;
import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.Municipality;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL plans by what it knows of a table; with a large round it does not know of it would never end. */
class PlannerTest {
    private static final List<String> TABLES = List.of(
            "results.theme_result",
            "results.kept_index",
            "results.participation",
            "results.total_participation",
            "results.area_result",
            "results.municipal_result",
            "results.variation",
            "results.comparison",
            "results.municipal_trend",
            "results.finding",
            "results.judgement",
            "results.signal");

    private final Municipality municipality = new Municipality();

    @AfterEach
    void leaveNothing() {
        municipality.close();
    }

    @Test
    void the_database_counts_on_a_rounds_results_as_soon_as_they_are_computed() {
        for (String round : List.of("2017", "2019")) {
            municipality
                    .answers(round, "A", PEDAGOGUE, MAT, each(20, 1, 2))
                    .answers(round, "B", PEDAGOGUE, MAT, each(20, 4, 5))
                    .close(round);
        }

        for (String table : TABLES) {
            assertEquals(municipality.rows(table), municipality.rowsCountedOn(table), table);
        }
    }
}
