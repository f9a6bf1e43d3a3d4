package dk.kvalitetsbro.demo;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Adds up indexes without keeping them, and the families behind them. */
final class Sums {
    private final Set<String> families = new HashSet<>();
    private int n;
    private double mean;
    private double squares;

    /** @param family empty for a group whose answers have none */
    void add(double index, String family) {
        n++;
        var before = index - mean;
        mean += before / n;
        squares += before * (index - mean);
        if (!family.isEmpty()) {
            families.add(family);
        }
    }

    int n() {
        return n;
    }

    String mean() {
        return String.format(Locale.ROOT, "%.2f", mean);
    }

    String variance() {
        return String.format(Locale.ROOT, "%.1f", n < 2 ? 0 : squares / (n - 1));
    }

    /** Empty where there are none. */
    String families() {
        return families.isEmpty() ? "" : String.valueOf(families.size());
    }
}
