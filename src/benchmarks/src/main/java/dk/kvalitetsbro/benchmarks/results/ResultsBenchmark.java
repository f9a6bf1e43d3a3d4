package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.benchmarks.Benchmark;
import dk.kvalitetsbro.benchmarks.Effort;
import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.benchmarks.results.AttackCampaign.Knowledge;
import dk.kvalitetsbro.benchmarks.results.files.FileBenchmark;
import dk.kvalitetsbro.benchmarks.results.pages.PageBenchmark;
import dk.kvalitetsbro.benchmarks.results.rounds.RoundBenchmark;
import dk.kvalitetsbro.statistics.disclosure.Protection;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What results give away, how long it takes to see to it that they do not, and how long to get there from files. */
public final class ResultsBenchmark implements Benchmark {
    private static final int CENTRES_OF_DENMARK = 3_900;
    private static final int AREAS_OF_DENMARK = 488;
    private static final int ROUNDS_TO_WARM_UP = 3;

    @Override
    public List<Figure> measure(Effort effort) throws IOException, InterruptedException, SQLException {
        List<Figure> figures = new ArrayList<>(attacks(effort));
        figures.add(protection(effort));
        figures.addAll(RoundBenchmark.measure(effort));
        figures.addAll(FileBenchmark.measure(effort));
        figures.addAll(PageBenchmark.measure(effort));
        return figures;
    }

    private static List<Figure> attacks(Effort effort) {
        int municipalities = effort.runs(1_000, 50);
        int byInsiders = effort.runs(100, 5);
        int unprotected = effort.runs(20, 5);
        AttackCampaign.Result readers = attack("protected", Publishing.PROTECTED, Knowledge.READER, municipalities);
        AttackCampaign.Result insiders =
                attack("protected, by insiders", Publishing.PROTECTED, Knowledge.INSIDER, byInsiders);
        AttackCampaign.Result open =
                attack("unprotected", Publishing.WITHOUT_PROTECTION, Knowledge.READER, unprotected);
        return List.of(
                new Figure("results.attack_municipalities", readers.municipalities(), "municipalities"),
                new Figure("results.attack_targets", readers.targets(), "numbers and means"),
                new Figure("results.attack_leaks", readers.leaks().size(), "numbers and means"),
                new Figure("results.attack_insider_municipalities", insiders.municipalities(), "municipalities"),
                new Figure("results.attack_insider_leaks", insiders.leaks().size(), "numbers and means"),
                new Figure("results.attack_open_municipalities", open.municipalities(), "municipalities"),
                new Figure("results.attack_open_leaking", open.leaking(), "municipalities"));
    }

    private static AttackCampaign.Result attack(
            String what, Publishing publishing, Knowledge knowledge, int municipalities) {
        Progress.tell("Attacking " + municipalities + " municipalities, " + what);
        AttackCampaign.Result result =
                new AttackCampaign(publishing, knowledge, Skipping.SELDOM).run(1, municipalities);
        if (publishing != Publishing.WITHOUT_PROTECTION) {
            result.leaks().forEach(Progress::tell);
        }
        return result;
    }

    private static Figure protection(Effort effort) {
        Progress.tell("Protecting three rounds of a country");
        List<InventedRound> rounds = InventedMunicipality.of(1, CENTRES_OF_DENMARK, AREAS_OF_DENMARK);
        IntStream.range(0, ROUNDS_TO_WARM_UP).forEach(round -> protectingSeconds(rounds));
        List<Double> seconds = IntStream.range(0, effort.runs(7, 3))
                .mapToObj(run -> protectingSeconds(rounds))
                .toList();
        return Figure.median("results.protect_denmark_seconds", seconds, "s");
    }

    private static double protectingSeconds(List<InventedRound> rounds) {
        Stopwatch stopwatch = new Stopwatch();
        rounds.stream()
                .flatMap(round -> round.groups().stream())
                .forEach(publication -> Protection.of(publication, Publishing.GOAL));
        return Progress.told("protecting", stopwatch.seconds());
    }
}
