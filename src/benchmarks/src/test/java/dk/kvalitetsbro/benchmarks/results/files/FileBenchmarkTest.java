package dk.kvalitetsbro.benchmarks.results.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dk.kvalitetsbro.demo.Size;
import dk.kvalitetsbro.statistics.Summary;
import dk.kvalitetsbro.surveys.Questionnaire;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBenchmarkTest {
    @TempDir
    private Path folder;

    @Test
    void the_product_and_duckdb_come_to_the_same() throws Exception {
        RoundFiles files = RoundFiles.written(Size.BILLUND, folder);
        var questionnaire = Questionnaire.own();
        try (WayFromFile duckDb = new DuckDbsWay(questionnaire, files.files())) {
            List<List<CentreIndex>> ours = files.addUp(new ProductsWay(questionnaire));
            FileBenchmark.requireSame(ours, files.addUp(duckDb));
            assertEquals(5, ours.size());
            assertEquals(12 * Size.BILLUND.centres(), ours.get(0).size());
        }
    }

    @Test
    void a_figure_that_differs_by_more_than_rounding_ends_the_benchmark() {
        var ours = indices(new Summary(8, 3.25, 0.5));
        FileBenchmark.requireSame(ours, indices(new Summary(8, 3.25 + 1e-12, 0.5)));
        for (Summary theirs : List.of(
                new Summary(9, 3.25, 0.5), new Summary(8, 3.25 + 1e-8, 0.5), new Summary(8, 3.25, 0.5 + 1e-8))) {
            assertThrows(IllegalStateException.class, () -> FileBenchmark.requireSame(ours, indices(theirs)));
        }
    }

    @Test
    void a_centre_that_only_one_of_them_has_ends_the_benchmark() {
        assertThrows(
                IllegalStateException.class,
                () -> FileBenchmark.requireSame(indices(new Summary(8, 3.25, 0.5)), List.of(List.of())));
    }

    private static List<List<CentreIndex>> indices(Summary summary) {
        return List.of(List.of(new CentreIndex("D1", "MAT", summary)));
    }
}
