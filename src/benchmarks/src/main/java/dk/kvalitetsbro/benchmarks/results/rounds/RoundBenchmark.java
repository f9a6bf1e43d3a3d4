package dk.kvalitetsbro.benchmarks.results.rounds;

import dk.kvalitetsbro.benchmarks.Effort;
import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.demo.Size;
import dk.kvalitetsbro.launcher.EmbeddedPostgres;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The third round of a municipality closes: from stored answers to stored results, tests, findings and verdicts of
 * disclosure control, on a PostgreSQL of its own, beside reading the same answers and doing nothing with them.
 */
public final class RoundBenchmark {
    private static final int RUNS_TO_WARM_UP = 3;

    private RoundBenchmark() {}

    public static List<Figure> measure(Effort effort) throws SQLException {
        List<Figure> figures = new ArrayList<>();
        figures.addAll(measure(Size.BILLUND, effort.runs(15, 5)));
        figures.addAll(measure(Size.COPENHAGEN, effort.runs(7, 3)));
        if (effort == Effort.THOROUGH) {
            figures.addAll(measure(Size.DENMARK, 3));
        }
        return figures;
    }

    private static List<Figure> measure(Size size, int runs) throws SQLException {
        String name = "results." + size.name().toLowerCase(Locale.ROOT);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.temporary();
                SurveyedTown town = SurveyedTown.on(postgres, size)) {
            for (int run = 0; run < RUNS_TO_WARM_UP; run++) {
                town.computingSeconds();
            }
            List<Double> seconds = new ArrayList<>();
            List<Double> ratios = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                double read = town.readingSeconds();
                double computed = Progress.told("Closed a round of " + size, town.computingSeconds());
                seconds.add(computed);
                ratios.add(computed / read);
            }
            return List.of(Figure.median(name + "_seconds", seconds, "s"), Figure.median(name + "_ratio", ratios, "x"));
        }
    }
}
