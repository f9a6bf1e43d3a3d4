package dk.kvalitetsbro.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * One measured figure.
 *
 * @param name as the README explains it, for example {@code loop.ready_seconds}
 * @param unit of the value: s for seconds, x for how many times as long as what it is measured against
 */
public record Figure(String name, double value, String unit) {
    /** The median of several runs. */
    public static Figure median(String name, List<Double> runs, String unit) {
        return new Figure(name, Median.of(runs), unit);
    }

    /** Name, value and unit, separated by tabs. */
    String line() {
        return String.format(Locale.ROOT, "%s\t%.3f\t%s", name, value, unit);
    }
}
