package dk.kvalitetsbro.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dk.kvalitetsbro.benchmarks.access.AccessBenchmark;
import dk.kvalitetsbro.benchmarks.loop.LoopBenchmark;
import dk.kvalitetsbro.benchmarks.moodle.MoodleBenchmark;
import dk.kvalitetsbro.benchmarks.results.ResultsBenchmark;
import dk.kvalitetsbro.launcher.Interruptible;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code ./bench NAME [--quick]} runs: one benchmark, whose figures it prints at the end. */
public final class Bench {
    private static final int FAILED = 1;
    private static final int WRONG_ARGUMENTS = 2;
    private static final String QUICK = "--quick";

    private static final Map<String, Benchmark> BENCHMARKS = Map.of(
            "access", new AccessBenchmark(),
            "loop", new LoopBenchmark(),
            "moodle", new MoodleBenchmark(),
            "results", new ResultsBenchmark());

    private final Map<String, Benchmark> benchmarks;
    private final PrintStream figures;

    Bench(Map<String, Benchmark> benchmarks, PrintStream figures) {
        this.benchmarks = new TreeMap<>(benchmarks);
        this.figures = figures;
    }

    public static void main(String[] arguments) {
        var bench = new Bench(BENCHMARKS, new PrintStream(System.out, true, UTF_8));
        Interruptible.run(() -> bench.run(List.of(arguments)));
    }

    /** @return the exit code: a benchmark that failed prints no figures */
    int run(List<String> arguments) {
        var names =
                arguments.stream().filter(argument -> !argument.equals(QUICK)).toList();
        var benchmark = names.size() == 1 ? benchmarks.get(names.get(0)) : null;
        if (benchmark == null) {
            Progress.tell("Usage: ./bench NAME [--quick], with one of these names: "
                    + String.join(", ", benchmarks.keySet()));
            return WRONG_ARGUMENTS;
        }
        try {
            benchmark
                    .measure(arguments.contains(QUICK) ? Effort.QUICK : Effort.THOROUGH)
                    .forEach(figure -> figures.println(figure.line()));
            return 0;
        } catch (Exception e) {
            Progress.tell("Not measured: " + e);
            return FAILED;
        }
    }
}
