package dk.kvalitetsbro.benchmarks.results.files;

import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.demo.CsvFile;
import dk.kvalitetsbro.demo.DemoMunicipality;
import dk.kvalitetsbro.demo.Size;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The five files of a round's responses, added up two at a time, the largest first. */
record RoundFiles(List<Path> files) {
    private static final int YEAR = 2019;
    private static final int THREADS = 2;

    RoundFiles {
        files = files.stream()
                .sorted(Comparator.comparing((Path file) -> file.toFile().length())
                        .reversed())
                .toList();
    }

    static RoundFiles written(Size size, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (CsvFile file : DemoMunicipality.of(size).responseFiles(YEAR)) {
            Path path = folder.resolve(file.name());
            try (var out = Files.newBufferedWriter(path)) {
                file.writeTo(out);
            }
            files.add(path);
        }
        return new RoundFiles(files);
    }

    double seconds(WayFromFile way) throws InterruptedException {
        Stopwatch stopwatch = new Stopwatch();
        addUp(way);
        return stopwatch.seconds();
    }

    /** @return what each file comes to */
    List<List<CentreIndex>> addUp(WayFromFile way) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<CentreIndex>>> running = new ArrayList<>();
            for (Path file : files) {
                running.add(threads.submit(() -> way.addUp(file)));
            }
            List<List<CentreIndex>> indices = new ArrayList<>();
            for (var each : running) {
                indices.add(each.get());
            }
            return indices;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdown();
        }
    }
}
