package dk.kvalitetsbro.benchmarks.loop;

import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Processor;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.launcher.Checkout;
import dk.kvalitetsbro.launcher.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What somebody waits for who clones the project and starts it; what Maven and npm download is there already. */
final class FreshClone {
    private final Path folder;

    FreshClone(Path folder) {
        this.folder = folder;
    }

    List<Figure> measure(int runs) throws IOException, InterruptedException {
        Progress.tell("Fresh clone of what is committed, built and started");
        List<Double> pages = new ArrayList<>();
        List<Double> ready = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            double arithmetic = Progress.told("Fixed arithmetic", Processor.seconds());
            try (var clone = TemporaryFolder.create()) {
                var stopwatch = new Stopwatch();
                cloneTo(clone.path().resolve("kvalitetsbro"));
                double cloned = stopwatch.seconds();
                try (var start = StartScript.run(
                        clone.path().resolve("kvalitetsbro"), clone.path().resolve("data"))) {
                    pages.add(Progress.told("Clone to a page", cloned + start.secondsToFirstPage()));
                    ready.add(Progress.told("Clone to the demo municipality", cloned + start.secondsToReady()));
                    ratios.add(pages.get(run) / arithmetic);
                }
            }
        }
        return List.of(
                Figure.median("loop.clone_seconds", pages, "s"),
                Figure.median("loop.clone_ratio", ratios, "x"),
                Figure.median("loop.clone_demo_seconds", ready, "s"));
    }

    private void cloneTo(Path clone) throws IOException, InterruptedException {
        var printed = folder.resolve("clone.txt").toFile();
        var process = new ProcessBuilder(
                        "git", "clone", "--quiet", Checkout.folder().toString(), clone.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("git clone failed: see " + printed);
        }
    }
}
