package dk.kvalitetsbro.statistics.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Protects the withheld cells of one published row against its total. Whoever subtracts the shown cells from the total
 * learns the sum of the hidden ones, so at least two hidden cells must have answers, and together no fewer than the
 * minimum.
 *
 * @param cells           one per cell of the row, in its order: why it is withheld, empty when it may be shown
 * @param totalIsWithheld whether the total must go too, because hiding cells alone can't protect the row
 */
public record ComplementarySuppression(List<Optional<WithheldReason>> cells, boolean totalIsWithheld) {
    public ComplementarySuppression {
        cells = List.copyOf(cells);
    }

    /**
     * Hides the smallest further cells, one at a time, until the row is safe.
     *
     * @param answers what each cell counts, such that they add up to the total
     * @param primary which cells are withheld for what they are, and why
     * @param minimum of answers that may be shown
     */
    public static ComplementarySuppression protect(
            List<Long> answers, List<Optional<WithheldReason>> primary, int minimum) {
        if (answers.size() != primary.size()) {
            throw new IllegalArgumentException(answers.size() + " counts for " + primary.size() + " cells");
        }
        Row row = new Row(answers, new ArrayList<>(primary), minimum);
        while (!row.isSafe() && row.canHideMore()) {
            row.hideSmallest();
        }
        return new ComplementarySuppression(row.withheld, !row.isSafe());
    }

    /** A row while cells are being hidden. Empty cells neither protect nor need protection. */
    private record Row(List<Long> answers, List<Optional<WithheldReason>> withheld, int minimum) {

        boolean isSafe() {
            int hidden = 0;
            long sum = 0;
            for (int cell = 0; cell < answers.size(); cell++) {
                if (withheld.get(cell).isPresent() && answers.get(cell) > 0) {
                    hidden++;
                    sum += answers.get(cell);
                }
            }
            return hidden == 0 || (hidden >= 2 && sum >= minimum);
        }

        boolean canHideMore() {
            return smallestShown().isPresent();
        }

        void hideSmallest() {
            smallestShown().ifPresent(cell -> withheld.set(cell, Optional.of(WithheldReason.TO_PROTECT_ANOTHER)));
        }

        private Optional<Integer> smallestShown() {
            Optional<Integer> smallest = Optional.empty();
            for (int cell = 0; cell < answers.size(); cell++) {
                boolean candidate = withheld.get(cell).isEmpty() && answers.get(cell) > 0;
                if (candidate && (smallest.isEmpty() || answers.get(cell) < answers.get(smallest.get()))) {
                    smallest = Optional.of(cell);
                }
            }
            return smallest;
        }
    }
}
