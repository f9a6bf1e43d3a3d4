package dk.kvalitetsbro.explanations;

import dk.kvalitetsbro.results.Index;
import dk.kvalitetsbro.statistics.Interval;
import java.util.Locale;
import java.util.Optional;

/** What a chart draws of a result, each from 0 to 100 with one decimal as in the spreadsheet, or empty. */
public record Drawn(String mean, String low, String high) {
    public static Drawn of(Optional<Index> index) {
        Optional<Interval> interval = index.flatMap(Index::pompInterval);
        return new Drawn(
                index.map(shown -> number(shown.pomp())).orElse(""),
                interval.map(found -> number(found.low())).orElse(""),
                interval.map(found -> number(found.high())).orElse(""));
    }

    public static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
