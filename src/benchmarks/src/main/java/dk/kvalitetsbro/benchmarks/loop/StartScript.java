package dk.kvalitetsbro.benchmarks.loop;

import static java.net.http.HttpClient.Version.HTTP_1_1;

import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.launcher.FreePort;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One run of a checkout's {@code ./start}, as from a terminal; the clock starts with it. */
final class StartScript implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final String LAST_LINE = "Ctrl-C stops everything";

    private final Process process;
    private final Path printed;
    private final URI firstPage;
    private final Stopwatch stopwatch = new Stopwatch();
    private final HttpClient http = HttpClient.newBuilder().version(HTTP_1_1).build();

    private StartScript(Process process, Path printed, URI firstPage) {
        this.process = process;
        this.printed = printed;
        this.firstPage = firstPage;
    }

    /** Starts the product on a folder for its data, and a free port. */
    static StartScript run(Path checkout, Path data) throws IOException {
        var port = FreePort.any();
        var printed = Files.createTempFile(data.getParent(), "start", ".txt");
        var process = new ProcessBuilder(
                        checkout.resolve("start").toString(), "--port", String.valueOf(port), "--data", data.toString())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        return new StartScript(process, printed, URI.create("http://127.0.0.1:" + port + "/app/log-ind"));
    }

    /** Waits until the first page answers, and tells the seconds since the start. */
    double secondsToFirstPage() throws IOException, InterruptedException {
        return secondsTo(this::answers);
    }

    /** Waits until the demo municipality is there and {@code ./start} has told the addresses. */
    double secondsToReady() throws IOException, InterruptedException {
        return secondsTo(() -> Files.readString(printed).contains(LAST_LINE));
    }

    private interface Look {
        boolean holds() throws IOException, InterruptedException;
    }

    private double secondsTo(Look look) throws IOException, InterruptedException {
        while (!look.holds()) {
            if (!process.isAlive() || stopwatch.seconds() > PATIENCE.toSeconds()) {
                throw new IOException("./start did not get there: " + lastLines());
            }
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        }
        return stopwatch.seconds();
    }

    private boolean answers() throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(firstPage).timeout(PATIENCE).build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private List<String> lastLines() throws IOException {
        var lines = Files.readAllLines(printed);
        return lines.subList(Math.max(0, lines.size() - 5), lines.size());
    }

    /** Stops it as Ctrl-C does, also while it is still building. */
    @Override
    public void close() {
        var building = process.descendants().toList();
        process.destroy();
        process.onExit().join();
        building.forEach(ProcessHandle::destroy);
    }
}
