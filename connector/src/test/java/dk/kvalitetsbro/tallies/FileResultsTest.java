package dk.kvalitetsbro.tallies;

import static dk.kvalitetsbro.statistics.RespondentGroup.PEDAGOGUE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.Municipality;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.surveys.Item;
import dk.kvalitetsbro.surveys.Questionnaire;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FileResultsTest {
    private static final List<Item> ON_MATHEMATICS = Questionnaire.own().get(PEDAGOGUE).stream()
            .filter(item -> item.theme().equals(Municipality.MAT))
            .toList();
    private static final String HEADER = "response_id,centre_code,group,"
            + ON_MATHEMATICS.stream().map(Item::code).collect(Collectors.joining(","));

    @Test
    void a_file_comes_to_what_its_answers_are_stored_as_when_the_round_closes() {
        int[][] answers = {{4, 5, 2, 4}, {3, 0, 1, 5}, {5, 0, 0, 0}, {0, 2, 4, 0}};
        StringBuilder file = new StringBuilder();
        try (Municipality municipality = new Municipality()) {
            for (int i = 0; i < answers.length; i++) {
                municipality.response("2019", "A", PEDAGOGUE, Municipality.MAT, answers[i]);
                file.append(row("r" + i, "A", answers[i]));
            }
            municipality.close("2019");
            assertEquals(
                    List.of(new FileResults.CentreIndex(
                            new CentreCode("A"),
                            Municipality.MAT,
                            municipality.kept("2019", "A", PEDAGOGUE, Municipality.MAT, 0, 1, 2, 3))),
                    results(file).indices());
        }
    }

    @Test
    void centres_come_in_the_order_of_their_codes() {
        var results = results(new StringBuilder()
                .append(row("r1", "P", 3, 3, 3, 3))
                .append(row("r2", "A", 3, 3, 3, 3))
                .append(row("r3", "P", 3, 3, 3, 3)));
        assertEquals(PEDAGOGUE, results.group());
        assertEquals(
                List.of("A", "P"),
                results.indices().stream().map(index -> index.centre().value()).toList());
        assertEquals(
                List.of(1L, 2L),
                results.indices().stream()
                        .map(FileResults.CentreIndex::summary)
                        .map(Summary::n)
                        .toList());
    }

    @Test
    void a_file_with_a_single_problem_comes_to_nothing() {
        var file = new StringBuilder().append(row("r1", "A", 3, 3, 3, 3)).append(row("r2", "A", 3, 3, 9, 3));
        assertThrows(IllegalArgumentException.class, () -> results(file));
    }

    private static String row(String id, String centre, int... answers) {
        StringBuilder row = new StringBuilder(id + "," + centre + ",PEDAGOGUE");
        for (int answer : answers) {
            row.append(',').append(answer == 0 ? "" : answer);
        }
        return row.append('\n').toString();
    }

    private static FileResults results(CharSequence rows) {
        return FileResults.of((HEADER + "\n" + rows).getBytes(UTF_8), Questionnaire.own()::get);
    }
}
