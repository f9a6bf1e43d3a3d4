package dk.kvalitetsbro.benchmarks.loop;

import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.launcher.Administration;
import dk.kvalitetsbro.launcher.Product;
import dk.kvalitetsbro.launcher.RunningProduct;
import dk.kvalitetsbro.launcher.TourRound;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A round's five files uploaded, approved and computed, beside PostgreSQL taking the same files in as they are. Part of
 * the answers are made up anew for each run.
 */
final class RoundImport {
    private final RunningProduct running;
    private final Path folder;

    RoundImport(RunningProduct running, Path folder) {
        this.running = running;
        this.folder = folder;
    }

    List<Figure> measure(int runs) throws IOException, InterruptedException, SQLException {
        var people = running.personas();
        var administration = Administration.signedIn(
                new Product(running.uri()), people.anne().personKey());
        List<Double> imports = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        double first = 0;
        for (int run = 0; run <= runs; run++) {
            var code = "maalt-" + run;
            var round = TourRound.madeUp(
                    code, running.municipality(), people.karensCentre().code(), folder);
            double seconds = Progress.told(
                    "Imported and computed " + round.count() + " responses", importAll(administration, code, round));
            double copied = Progress.told("Copied the same files", PlainCopy.seconds(running, round.responses()));
            if (run == 0) {
                first = seconds;
            } else {
                imports.add(seconds);
                ratios.add(seconds / copied);
            }
        }
        return List.of(
                Figure.median("loop.import_seconds", imports, "s"),
                Figure.median("loop.import_ratio", ratios, "x"),
                new Figure("loop.import_first_seconds", first, "s"));
    }

    private static double importAll(Administration administration, String code, TourRound round)
            throws InterruptedException {
        administration.planRound(code, "Målt runde", LocalDate.of(2021, 9, 13), LocalDate.of(2021, 10, 10));
        administration.importFile("ELIGIBLE", round.eligible());
        administration.openRound(code);
        var stopwatch = new Stopwatch();
        for (var file : round.responses()) {
            administration.importResponses(code, file);
        }
        administration.closeRound(code);
        return stopwatch.seconds();
    }
}
