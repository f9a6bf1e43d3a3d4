package dk.kvalitetsbro.benchmarks.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * A told row less the told rows inside it: what is left is about centres that are withheld.
 *
 * @param total the row
 * @param parts what is subtracted, no centre twice
 * @param left  the centres that remain
 */
record Subtraction(Told.Row total, List<Told.Row> parts, int[] left) {

    /** @return one for each row of which anything is left */
    static List<Subtraction> of(List<Told.Row> rows, Predicate<Told.Row> isTold) {
        List<Told.Row> told = rows.stream()
                .filter(isTold)
                .sorted(Comparator.comparingInt((Told.Row row) -> row.centres().length)
                        .reversed())
                .toList();
        return IntStream.range(0, told.size())
                .mapToObj(row -> of(told.get(row), told.subList(row + 1, told.size())))
                .filter(subtraction -> subtraction.left().length > 0)
                .toList();
    }

    private static Subtraction of(Told.Row total, List<Told.Row> smaller) {
        List<Told.Row> parts = new ArrayList<>();
        int[] left = total.centres();
        for (Told.Row row : smaller) {
            int[] remaining = left;
            if (IntStream.of(row.centres()).allMatch(centre -> Arrays.binarySearch(remaining, centre) >= 0)) {
                parts.add(row);
                left = IntStream.of(left)
                        .filter(centre -> Arrays.binarySearch(row.centres(), centre) < 0)
                        .toArray();
            }
        }
        return total.centres().length == 1
                ? new Subtraction(total, List.of(), new int[0])
                : new Subtraction(total, parts, left);
    }

    /** How many are left. */
    long count(ToLongFunction<Told.Turnout> of) {
        return of.applyAsLong(total.turnout().orElseThrow())
                - parts.stream()
                        .mapToLong(part -> of.applyAsLong(part.turnout().orElseThrow()))
                        .sum();
    }
}
