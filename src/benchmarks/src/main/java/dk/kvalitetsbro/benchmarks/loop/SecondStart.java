package dk.kvalitetsbro.benchmarks.loop;

import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.launcher.Checkout;
import dk.kvalitetsbro.launcher.FreePort;
import dk.kvalitetsbro.launcher.Payara;
import dk.kvalitetsbro.launcher.RunningProduct;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** {@code ./start} on a folder that has its data, beside a Payara Micro with an application of one static page. */
final class SecondStart {
    private final Path data;
    private final Path folder;

    SecondStart(Path data, Path folder) {
        this.data = data;
        this.folder = folder;
    }

    List<Figure> measure(int runs) throws IOException, InterruptedException {
        Progress.tell("Second ./start, beside a Payara Micro with one page");
        List<Double> starts = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            double bare = Progress.told("Payara Micro with one page", startBarePayara());
            double start = Progress.told("./start to a page", start());
            starts.add(start);
            ratios.add(start / bare);
        }
        return List.of(
                Figure.median("loop.ready_seconds", starts, "s"), Figure.median("loop.ready_ratio", ratios, "x"));
    }

    private double start() throws IOException, InterruptedException {
        try (var start = StartScript.run(Checkout.folder(), data)) {
            double seconds = start.secondsToFirstPage();
            start.secondsToReady();
            return seconds;
        }
    }

    private double startBarePayara() throws IOException, InterruptedException {
        var settings = new Payara.Settings(
                FreePort.any(),
                onePage(),
                folder.resolve("bare"),
                folder.resolve("bare-log/payara.log"),
                Map.of(),
                RunningProduct.QUICK_TO_START);
        var stopwatch = new Stopwatch();
        try (var payara = Payara.start(settings)) {
            payara.awaitReady();
            return stopwatch.seconds();
        }
    }

    /** At the address of the product's first page. */
    private Path onePage() throws IOException {
        var war = folder.resolve("page.war");
        try (var zip = new ZipOutputStream(Files.newOutputStream(war))) {
            zip.putNextEntry(new ZipEntry("app/log-ind"));
            zip.closeEntry();
        }
        return war;
    }
}
