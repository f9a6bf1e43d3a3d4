package dk.kvalitetsbro.benchmarks.moodle;

import dk.kvalitetsbro.benchmarks.Benchmark;
import dk.kvalitetsbro.benchmarks.Effort;
import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import java.util.ArrayList;
import java.util.List;

/**
 * The Moodle client against the stand-in, whose calls take the time that they took on real sites; enrolments also
 * against a real Moodle, where the environment names one.
 */
public final class MoodleBenchmark implements Benchmark {
    @Override
    public List<Figure> measure(Effort effort) throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (var site = EnrolmentSite.choose(System.getenv())) {
            figures.addAll(new BulkEnrolment(site, effort).measure());
        }
        figures.addAll(CompletionCalls.measure());
        figures.add(StreamedReply.measure());
        figures.addAll(faults(effort.runs(1_000, 100)));
        return figures;
    }

    private static List<Figure> faults(int runs) throws Exception {
        Progress.tell("Enrolling 500 rows through random trouble, " + runs + " times");
        var result = FaultCampaign.run(runs, 1);
        result.wrong().forEach(Progress::tell);
        return List.of(
                new Figure("moodle.fault_runs", result.runs(), "runs"),
                new Figure("moodle.fault_faults", result.faults(), "faults"),
                new Figure("moodle.fault_wrong", result.wrong().size(), "runs"));
    }
}
