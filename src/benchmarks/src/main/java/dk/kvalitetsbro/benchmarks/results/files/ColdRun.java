package dk.kvalitetsbro.benchmarks.results.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.kvalitetsbro.surveys.Questionnaire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** One run in a Java machine of its own, from the moment that it can begin to the last figure. */
enum ColdRun {
    PRODUCT,
    DUCKDB;

    /** What the Java machine runs: a name of the above, then the files. */
    public static void main(String[] arguments) throws InterruptedException {
        List<Path> paths = Stream.of(arguments).skip(1).map(Path::of).toList();
        long begun = System.nanoTime();
        try (WayFromFile way = valueOf(arguments[0]).way(paths)) {
            new RoundFiles(paths).addUp(way);
            System.out.print((System.nanoTime() - begun) / 1e9);
        }
    }

    private WayFromFile way(List<Path> files) {
        return switch (this) {
            case PRODUCT -> new ProductsWay(Questionnaire.own());
            case DUCKDB -> new DuckDbsWay(Questionnaire.own(), files);
        };
    }

    double seconds(RoundFiles files, Path temporary) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                ColdRun.class.getName(),
                name()));
        files.files().forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String seconds = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the cold run of " + this + " failed");
        }
        return Double.parseDouble(seconds);
    }
}
