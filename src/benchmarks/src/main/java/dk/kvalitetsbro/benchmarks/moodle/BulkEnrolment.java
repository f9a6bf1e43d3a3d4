package dk.kvalitetsbro.benchmarks.moodle;

import dk.kvalitetsbro.benchmarks.Effort;
import dk.kvalitetsbro.benchmarks.Figure;
import dk.kvalitetsbro.benchmarks.Progress;
import dk.kvalitetsbro.benchmarks.Stopwatch;
import dk.kvalitetsbro.moodle.client.Enrolment;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.Outcome;
import dk.kvalitetsbro.moodle.client.RowResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;

/** 3,000 enrolments over 12 courses by the client, against the best chunk size and number of parallel calls there is. */
final class BulkEnrolment {
    private static final int ROWS = 3_000;
    private static final int SAMPLE = 300;
    private static final int ONE_IN_A_HUNDRED = 100;
    private static final long NOBODY = 9_000_000;

    /** A way to cut the rows into calls, and how long it took. */
    private record Fixed(int chunk, int parallel, double seconds) {}

    private final EnrolmentSite site;
    private final PlainCalls plain;
    private final Effort effort;

    BulkEnrolment(EnrolmentSite site, Effort effort) {
        this.site = site;
        this.plain = new PlainCalls(site);
        this.effort = effort;
    }

    List<Figure> measure() throws InterruptedException, ExecutionException {
        var best = best();
        byClient(site.rows(SAMPLE), 0); // its time is not taken: this JVM knows the plain calls by now, too
        List<Double> fixed = new ArrayList<>();
        List<Double> good = new ArrayList<>();
        List<Double> bad = new ArrayList<>();
        for (int run = 0; run < effort.runs(5, 1); run++) {
            fixed.add(again(best));
            good.add(byClient(site.rows(ROWS), 0));
            var rows = withBadRows(site.rows(ROWS));
            bad.add(byClient(rows, ROWS / ONE_IN_A_HUNDRED));
        }
        double single = single();
        var reference = Figure.median("moodle.best_seconds", fixed, "s");
        var bulk = Figure.median("moodle.bulk_seconds", good, "s");
        var withBad = Figure.median("moodle.bulk_bad_seconds", bad, "s");
        return List.of(
                reference,
                new Figure("moodle.best_chunk", best.chunk(), "rows"),
                new Figure("moodle.best_parallel", best.parallel(), "calls"),
                bulk,
                new Figure("moodle.bulk_vs_best", bulk.value() / reference.value(), "x"),
                new Figure("moodle.single_vs_bulk", single / bulk.value(), "x"),
                withBad,
                new Figure("moodle.bulk_bad_vs_best", withBad.value() / reference.value(), "x"));
    }

    private double again(Fixed best) throws InterruptedException {
        double seconds = fixed(best.chunk(), best.parallel()).seconds();
        require(Double.isFinite(seconds), "Moodle failed the best fixed chunks this time: try again");
        return seconds;
    }

    private Fixed best() throws InterruptedException {
        Progress.tell("Trying fixed chunks");
        List<Fixed> tried = new ArrayList<>();
        for (int chunk : effort == Effort.QUICK ? new int[] {50, 100, 200} : new int[] {10, 25, 50, 100, 200, 500}) {
            for (int parallel : effort == Effort.QUICK ? new int[] {2, 8} : new int[] {1, 2, 4, 8}) {
                tried.add(fixed(chunk, parallel));
            }
        }
        return tried.stream().min(Comparator.comparing(Fixed::seconds)).orElseThrow();
    }

    /** A real Moodle now and then fails one of several calls at a time in its database; that took for ever. */
    private Fixed fixed(int chunk, int parallel) throws InterruptedException {
        var rows = site.rows(ROWS);
        double seconds = Double.POSITIVE_INFINITY;
        try {
            seconds = plain.enrol(rows, chunk, parallel);
        } catch (ExecutionException e) {
            Progress.tell("  " + e.getMessage());
        }
        site.forget(rows);
        return new Fixed(chunk, parallel, Progress.told(chunk + " rows a call, " + parallel + " at a time", seconds));
    }

    /** One awaited call for each row, computed from a sample. */
    private double single() throws InterruptedException, ExecutionException {
        var rows = site.rows(SAMPLE);
        double seconds = plain.enrol(rows, 1, 1) * ROWS / SAMPLE;
        site.forget(rows);
        return Progress.told("one awaited call for each row, computed", seconds);
    }

    /** A client that has seen nothing of the site yet. Every outcome must be true, or the time is worth nothing. */
    private double byClient(List<Enrolment> rows, int badRows) {
        try (var client = MoodleClient.at(site.address(), site.token()).build()) {
            var watch = new Stopwatch();
            var results = client.enrolments().enrol(rows);
            double seconds = watch.seconds();
            require(count(results, Outcome.Done.class) == rows.size() - badRows, "not all good rows are done");
            require(count(results, Outcome.Refused.class) == badRows, "not each bad row is named");
            site.forget(rows.stream().filter(row -> row.userId() < NOBODY).toList());
            return Progress.told("by the client, " + badRows + " bad rows", seconds);
        }
    }

    private static List<Enrolment> withBadRows(List<Enrolment> rows) {
        return IntStream.range(0, rows.size())
                .mapToObj(i -> i % ONE_IN_A_HUNDRED == ONE_IN_A_HUNDRED / 2
                        ? Enrolment.of(NOBODY + i, rows.get(i).courseId())
                        : rows.get(i))
                .toList();
    }

    private static long count(List<RowResult<Enrolment>> results, Class<? extends Outcome> kind) {
        return results.stream()
                .filter(result -> kind.isInstance(result.outcome()))
                .count();
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(otherwise);
        }
    }
}
