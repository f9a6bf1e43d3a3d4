package dk.kvalitetsbro.benchmarks.access;

import dk.kvalitetsbro.benchmarks.Benchmark;
import dk.kvalitetsbro.benchmarks.Effort;
import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.demo.Person;
import dk.kvalitetsbro.demo.Size;
import dk.kvalitetsbro.launcher.RunningProduct;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Launches from a platform into the running product: what one costs, how many a second, and how many forged ones pass. */
public final class AccessBenchmark implements Benchmark {
    private static final int PER_SECOND = 100;

    @Override
    public List<Figure> measure(Effort effort) throws Exception {
        Size size = effort == Effort.QUICK ? Size.BILLUND : Size.AALBORG;
        Progress.tell("Starting the product with a municipality of the size " + size);
        try (RunningProduct running = RunningProduct.startTemporary(size)) {
            var platform = BenchPlatform.registeredIn(running.database());
            var launcher = new Launcher(running.uri(), platform, keys(running));
            List<Figure> figures = new ArrayList<>();
            figures.add(cost(launcher, effort));
            figures.add(pace(launcher, effort));
            figures.addAll(forged(launcher, effort));
            figures.addAll(RightsWalk.of(running));
            return figures;
        }
    }

    private static List<String> keys(RunningProduct running) {
        var maja = running.personas().maja();
        var karen = running.personas().karen();
        return List.of(maja, karen).stream()
                .map(Person::personKey)
                .map(Object::toString)
                .toList();
    }

    /** Of the connector and its database together, from the login that begins it to the redirect to a page. */
    private static Figure cost(Launcher launcher, Effort effort) throws Exception {
        int warmUp = effort.runs(3_000, 1_000);
        int launches = effort.runs(3_000, 1_000);
        Progress.tell("Warming up with " + warmUp + " launches");
        launcher.launch(warmUp);
        Progress.tell("Measuring the processor time of " + launches + " launches");
        double before = ProcessorTime.ofChildren();
        launcher.launch(launches);
        double millis = (ProcessorTime.ofChildren() - before) * 1000 / launches;
        Progress.tell(String.format(Locale.ROOT, "  %.1f ms each", millis));
        return new Figure("access.launch_ms", millis, "ms");
    }

    private static Figure pace(Launcher launcher, Effort effort) throws Exception {
        int seconds = effort.runs(60, 15);
        Progress.tell("Signing the tokens of " + seconds * PER_SECOND + " launches");
        var prepared = launcher.prepare(seconds * PER_SECOND);
        Progress.tell("Launching, a hundred a second for " + seconds + " s");
        var pace = launcher.send(prepared, PER_SECOND);
        Progress.tell(String.format(
                Locale.ROOT,
                "  %d of %d let in, half within %.1f ms, 95%% within %.1f ms, the last after %.1f ms",
                pace.letIn(),
                prepared.size(),
                pace.percentile(50),
                pace.percentile(95),
                pace.percentile(100)));
        return new Figure("access.launches_per_second", pace.perSecond(), "1/s");
    }

    private static List<Figure> forged(Launcher launcher, Effort effort) throws Exception {
        int launches = effort.runs(10_000, 1_000);
        Progress.tell("Trying " + launches + " forged launches");
        long accepted = new Forger(launcher, 1).accepted(launches);
        return List.of(
                new Figure("access.forged", launches, "launches"),
                new Figure("access.forged_accepted", accepted, "launches"));
    }
}
