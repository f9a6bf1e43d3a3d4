package dk.kvalitetsbro.benchmarks.loop;

import dk.kvalitetsbro.benchmarks.Benchmark;
import dk.kvalitetsbro.benchmarks.Effort;
import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Processor;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.launcher.Checkout;
import dk.kvalitetsbro.launcher.FreePort;
import dk.kvalitetsbro.launcher.Options;
import dk.kvalitetsbro.launcher.RunningProduct;
import dk.kvalitetsbro.launcher.TemporaryFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From a fresh clone to a completed course: the real product, over HTTP, with nothing prepared. */
public final class LoopBenchmark implements Benchmark {
    @Override
    public List<Figure> measure(Effort effort) throws Exception {
        try (var folder = TemporaryFolder.create()) {
            var data = folder.path().resolve("data");
            List<Figure> figures = new ArrayList<>();
            figures.add(processor("loop.processor_before_seconds"));
            figures.add(firstStart(data));
            figures.addAll(new SecondStart(data, folder.path()).measure(effort.runs(5, 2)));
            figures.addAll(onRunningProduct(data, folder.path(), effort));
            figures.addAll(new FreshClone(folder.path()).measure(effort.runs(3, 1)));
            figures.add(processor("loop.processor_after_seconds"));
            return figures;
        }
    }

    private static Figure processor(String name) {
        return new Figure(name, Progress.told("Fixed arithmetic", Processor.seconds()), "s");
    }

    private static Figure firstStart(Path data) throws Exception {
        Progress.tell("First ./start, which fills the demo municipality");
        try (var start = StartScript.run(Checkout.folder(), data)) {
            return new Figure("loop.first_start_seconds", Progress.told("started", start.secondsToReady()), "s");
        }
    }

    private static List<Figure> onRunningProduct(Path data, Path folder, Effort effort) throws Exception {
        Progress.tell("Starting the product for rounds and courses");
        var options = new Options(FreePort.any(), data, false, Optional.empty(), Optional.empty(), Optional.empty());
        try (var running = RunningProduct.start(options, line -> {})) {
            List<Figure> figures = new ArrayList<>(new RoundImport(running, folder).measure(effort.runs(7, 3)));
            figures.addAll(new CourseTaken(running).measure(effort.runs(7, 3)));
            return figures;
        }
    }
}
