package dk.kvalitetsbro.benchmarks.results.pages;

import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import java.util.List;
import java.util.Locale;

/** How long answers took, in milliseconds. */
final class Latencies {
    private final List<Double> sorted;

    Latencies(List<Double> millis) {
        if (millis.isEmpty()) {
            throw new IllegalArgumentException("no answers");
        }
        sorted = millis.stream().sorted().toList();
    }

    /** @return the time within which that many of a hundred answers were there */
    double percentile(int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }

    Latencies told(String what) {
        Progress.tell(String.format(
                Locale.ROOT,
                "  %s: %d answers, half of them within %.1f ms, 95%% within %.1f, 99%% within %.1f, the last %.1f",
                what,
                sorted.size(),
                percentile(50),
                percentile(95),
                percentile(99),
                percentile(100)));
        return this;
    }

    Figure figure(int percent) {
        return new Figure("results.page_p" + percent + "_ms", percentile(percent), "ms");
    }
}
