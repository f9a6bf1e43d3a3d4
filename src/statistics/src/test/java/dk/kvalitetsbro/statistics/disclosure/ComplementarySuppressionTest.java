package dk.kvalitetsbro.statistics.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ComplementarySuppressionTest {
    private static final int MINIMUM = 5;

    @Test
    void a_row_without_hidden_cells_is_left_alone() {
        assertEquals(List.of(), hidden(protect(12, 7, 8)));
    }

    @Test
    void the_smallest_other_cell_is_hidden_too() {
        assertEquals(List.of(1, 2), hidden(protect(12, 3, 8)));
    }

    @Test
    void two_small_cells_need_no_third_when_together_they_reach_the_minimum() {
        assertEquals(List.of(0, 1), hidden(protect(2, 3, 8)));
    }

    @Test
    void two_small_cells_need_a_third_when_together_they_do_not() {
        assertEquals(List.of(0, 1, 3), hidden(protect(1, 3, 9, 8)));
    }

    @Test
    void an_empty_cell_protects_nobody() {
        assertEquals(List.of(0, 1, 2), hidden(protect(3, 0, 8, 20)));
    }

    @Test
    void a_row_of_empty_cells_needs_no_protection() {
        ComplementarySuppression row = protect(0, 9, 8);
        assertEquals(List.of(0), hidden(row));
        assertFalse(row.totalIsWithheld());
    }

    @Test
    void a_cell_without_company_takes_its_total_along() {
        assertTrue(protect(3).totalIsWithheld());
        assertTrue(protect(1, 3).totalIsWithheld());
        assertFalse(protect(1, 4).totalIsWithheld());
    }

    @Test
    void a_large_cell_that_is_hidden_for_another_reason_needs_company_too() {
        ComplementarySuppression row = ComplementarySuppression.protect(
                List.of(12L, 9L, 8L),
                List.of(Optional.of(WithheldReason.TOO_FEW_RATERS), Optional.empty(), Optional.empty()),
                MINIMUM);
        assertEquals(List.of(0, 2), hidden(row));
    }

    @Test
    void counts_and_reasons_must_match() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ComplementarySuppression.protect(List.of(1L), List.of(), MINIMUM));
    }

    @Property
    void whoever_subtracts_from_the_total_learns_the_sum_of_several_and_enough(
            @ForAll @Size(max = 12) List<@LongRange(max = 30) Long> answers) {
        ComplementarySuppression row =
                protect(answers.stream().mapToLong(n -> n).toArray());
        List<Integer> hidden =
                hidden(row).stream().filter(cell -> answers.get(cell) > 0).toList();
        long sum = hidden.stream().mapToLong(answers::get).sum();
        assertTrue(row.totalIsWithheld() || hidden.isEmpty() || (hidden.size() >= 2 && sum >= MINIMUM));
    }

    @Property
    void what_was_hidden_stays_hidden_for_its_own_reason(
            @ForAll @Size(max = 12) List<@LongRange(max = 30) Long> answers) {
        List<Optional<WithheldReason>> primary = primary(answers);
        List<Optional<WithheldReason>> cells =
                ComplementarySuppression.protect(answers, primary, MINIMUM).cells();
        for (int i = 0; i < answers.size(); i++) {
            if (primary.get(i).isPresent()) {
                assertEquals(primary.get(i), cells.get(i));
            }
        }
    }

    private static ComplementarySuppression protect(long... counts) {
        List<Long> answers = Arrays.stream(counts).boxed().toList();
        return ComplementarySuppression.protect(answers, primary(answers), MINIMUM);
    }

    private static List<Optional<WithheldReason>> primary(List<Long> answers) {
        return answers.stream()
                .map(n -> n < MINIMUM ? Optional.of(WithheldReason.TOO_FEW_ANSWERS) : Optional.<WithheldReason>empty())
                .toList();
    }

    private static List<Integer> hidden(ComplementarySuppression row) {
        return IntStream.range(0, row.cells().size())
                .filter(cell -> row.cells().get(cell).isPresent())
                .boxed()
                .toList();
    }
}
