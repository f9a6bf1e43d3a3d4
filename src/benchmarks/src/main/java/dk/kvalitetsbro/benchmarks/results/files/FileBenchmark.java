package dk.kvalitetsbro.benchmarks.results.files;

import dk.kvalitetsbro.benchmarks.Effort;
import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.demo.Size;
import dk.kvalitetsbro.launcher.TemporaryFolder;
import dk.kvalitetsbro.surveys.Questionnaire;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** From a round's files to n, mean and variance: the product beside DuckDB, which comes to the same. */
public final class FileBenchmark {
    private static final int RUNS_TO_WARM_UP = 30;

    private FileBenchmark() {}

    public static List<Figure> measure(Effort effort) throws IOException, InterruptedException {
        try (TemporaryFolder folder = TemporaryFolder.create()) {
            RoundFiles files = RoundFiles.written(Size.COPENHAGEN, folder.path());
            Progress.tell("Adding up the files of a round of Copenhagen's size");
            return List.of(warm(files, effort.runs(25, 9)), cold(files, folder, effort.runs(5, 3)));
        }
    }

    private static Figure warm(RoundFiles files, int runs) throws InterruptedException {
        var questionnaire = Questionnaire.own();
        try (WayFromFile product = new ProductsWay(questionnaire);
                WayFromFile duckDb = new DuckDbsWay(questionnaire, files.files())) {
            requireSame(files.addUp(product), files.addUp(duckDb));
            for (int run = 0; run < RUNS_TO_WARM_UP; run++) {
                files.seconds(product);
                files.seconds(duckDb);
            }
            List<Double> ratios = new ArrayList<>();
            for (int run = 0; run < runs; run++) {
                double ours = Progress.told("by the product", files.seconds(product));
                ratios.add(ours / Progress.told("by DuckDB", files.seconds(duckDb)));
            }
            return Figure.median("results.vs_duckdb", ratios, "x");
        }
    }

    private static Figure cold(RoundFiles files, TemporaryFolder folder, int runs)
            throws IOException, InterruptedException {
        List<Double> ratios = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            double ours = Progress.told("by the product, cold", ColdRun.PRODUCT.seconds(files, folder.path()));
            ratios.add(ours / Progress.told("by DuckDB, cold", ColdRun.DUCKDB.seconds(files, folder.path())));
        }
        return Figure.median("results.vs_duckdb_cold", ratios, "x");
    }

    /** @throws IllegalStateException if a figure differs by more than rounding */
    static void requireSame(List<List<CentreIndex>> ours, List<List<CentreIndex>> theirs) {
        for (int file = 0; file < ours.size(); file++) {
            requireSameOfFile(ours.get(file), theirs.get(file));
        }
    }

    private static void requireSameOfFile(List<CentreIndex> ours, List<CentreIndex> theirs) {
        if (ours.size() != theirs.size()) {
            throw new IllegalStateException(ours.size() + " indices, and by DuckDB " + theirs.size());
        }
        for (int index = 0; index < ours.size(); index++) {
            if (!ours.get(index).equalsNearly(theirs.get(index))) {
                throw new IllegalStateException(ours.get(index) + ", and by DuckDB " + theirs.get(index));
            }
        }
    }
}
