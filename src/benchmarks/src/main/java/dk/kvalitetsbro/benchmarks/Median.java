package dk.kvalitetsbro.benchmarks;

import java.util.List;

/** The middle value: on a machine with other work one slow run does not change it. */
final class Median {
    private Median() {}

    /** @return the mean of the two in the middle where the values are even in number */
    static double of(List<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("no values to take the median of");
        }
        var sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
