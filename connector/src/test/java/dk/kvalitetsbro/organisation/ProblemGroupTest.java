package dk.kvalitetsbro.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ProblemGroupTest {
    @Test
    void the_same_mistake_on_many_lines_is_one_row_with_their_numbers() {
        List<ProblemGroup> groups = ProblemGroup.of(List.of(
                new Problem(2, "centre_code", "unknown", "C9", ""),
                new Problem(3, "name", "missing", "", ""),
                new Problem(5, "centre_code", "unknown", "C9", ""),
                new Problem(6, "centre_code", "unknown", "C8", "")));
        assertEquals(
                List.of("unknown", "missing"),
                groups.stream().map(ProblemGroup::kind).toList());
        assertEquals(
                List.of("2, 5", "6"),
                groups.get(0).rows().stream().map(ProblemGroup.Row::firstLines).toList());
    }

    @Test
    void lines_beyond_the_first_twelve_are_counted() {
        List<Problem> problems = LongStream.rangeClosed(2, 21)
                .mapToObj(line -> new Problem(line, "centre_code", "unknown", "C9", ""))
                .toList();
        ProblemGroup.Row row = ProblemGroup.of(problems).get(0).rows().get(0);
        assertEquals("2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13", row.firstLines());
        assertEquals(8, row.moreLines());
    }

    @Test
    void rows_beyond_the_first_twenty_are_folded_away() {
        List<Problem> problems = LongStream.rangeClosed(2, 26)
                .mapToObj(line -> new Problem(line, "response_id", "twice", "r" + line, ""))
                .toList();
        ProblemGroup group = ProblemGroup.of(problems).get(0);
        assertEquals(20, group.firstRows().size());
        assertEquals(5, group.moreRows().size());
    }
}
